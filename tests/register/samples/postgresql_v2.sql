SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.access (
    at character varying(40) NOT NULL,
    at_ms bigint NOT NULL,
    who text NOT NULL,
    what character varying(20) NOT NULL,
    record_id character varying(120) NOT NULL
);
CREATE TABLE public.delivery (
    record_id character varying(120) NOT NULL,
    revision integer NOT NULL,
    target character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    attempts integer NOT NULL,
    next_ms bigint NOT NULL,
    problem text NOT NULL,
    delivered_at character varying(40)
);
CREATE TABLE public.duty (
    record_id character varying(120) NOT NULL,
    kind character varying(40) NOT NULL,
    person character varying(120) NOT NULL,
    starts character varying(40) NOT NULL,
    due character varying(40) NOT NULL,
    due_ms bigint NOT NULL,
    advice integer NOT NULL,
    done_at character varying(40),
    done_by text NOT NULL
);
CREATE TABLE public.erasure (
    at character varying(40) NOT NULL,
    who text NOT NULL,
    record_id character varying(120) NOT NULL,
    person character varying(120) NOT NULL,
    why text NOT NULL
);
CREATE TABLE public.hamer_schema (
    version integer NOT NULL
);
CREATE TABLE public.record (
    id character varying(120) NOT NULL,
    session_id character varying(120) NOT NULL,
    latest_revision integer NOT NULL,
    kind character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    meeting_date character varying(10) NOT NULL,
    meeting_name text NOT NULL,
    what text NOT NULL,
    started character varying(40) NOT NULL,
    started_ms bigint NOT NULL,
    ended character varying(40),
    made_at character varying(40) NOT NULL,
    number bigint DEFAULT 0 NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    conduct character varying(20) DEFAULT ''::character varying NOT NULL,
    repetition character varying(20) DEFAULT ''::character varying NOT NULL,
    disturbers text DEFAULT ''::text NOT NULL,
    missing integer DEFAULT 0 NOT NULL,
    reporting_line character varying(20) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.record_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.record_revision (
    record_id character varying(120) NOT NULL,
    revision integer NOT NULL,
    made_at character varying(40) NOT NULL,
    journal_head character varying(64) NOT NULL,
    content_sha256 character varying(64) NOT NULL,
    body_sha256 character varying(64) NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.record_search (
    number bigint NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.session_mark (
    session_id character varying(120) NOT NULL,
    seq bigint NOT NULL,
    head character varying(64) NOT NULL,
    handed_over_at character varying(40) NOT NULL
);
INSERT INTO public.access VALUES ('2026-11-28T19:37:31.468+01:00', 1795891051468, 'root', 'open', '20261128T183729Z-6fa86b25-1');
INSERT INTO public.access VALUES ('2026-11-28T19:37:31.977+01:00', 1795891051977, 'root', 'open', '20261128T183729Z-6fa86b25-1');
INSERT INTO public.access VALUES ('2026-11-28T19:37:33.391+01:00', 1795891053391, 'root', 'open', 'reported-20261128T183732Z-a82c');
INSERT INTO public.access VALUES ('2026-11-28T19:37:33.395+01:00', 1795891053395, 'root', 'erase', 'reported-20261128T183732Z-a82c');
INSERT INTO public.access VALUES ('2026-11-28T19:37:33.831+01:00', 1795891053831, 'root', 'open', 'reported-20261128T183732Z-61a8');
INSERT INTO public.access VALUES ('2026-11-28T19:37:34.622+01:00', 1795891054622, 'root', 'open', 'reported-20261128T183734Z-3ed9');
INSERT INTO public.access VALUES ('2026-11-28T19:37:35.372+01:00', 1795891055372, 'root', 'open', '20261128T183729Z-6fa86b25-1');
INSERT INTO public.access VALUES ('2026-11-28T19:37:35.394+01:00', 1795891055394, 'root', 'export', '20261128T183729Z-6fa86b25-1');
INSERT INTO public.delivery VALUES ('20261128T183729Z-6fa86b25-1', 5, 'folder', 'waiting', 0, 1795891051991, '', NULL);
INSERT INTO public.duty VALUES ('20261128T183729Z-6fa86b25-1', 'first-talk', 'p2', '2026-03-12T20:41:17.120+01:00', '2026-03-13T20:41:17.120+01:00', 1773430877120, 0, NULL, '');
INSERT INTO public.duty VALUES ('20261128T183729Z-6fa86b25-1', 'second-talk', 'p2', '2026-03-12T20:41:17.120+01:00', '2026-03-15T23:59:59.000+01:00', 1773615599000, 0, NULL, '');
INSERT INTO public.duty VALUES ('20261128T183729Z-6fa86b25-1', 'police-report', '', '2026-03-12T20:41:17.120+01:00', '2026-03-16T23:59:59.000+01:00', 1773701999000, 1, NULL, '');
INSERT INTO public.duty VALUES ('20261128T183729Z-6fa86b25-1', 'third-talk', 'p2', '2026-04-09T00:00:00.000+02:00', '2026-04-23T23:59:59.000+02:00', 1776981599000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183732Z-61a8', 'first-talk', 'p1', '2026-03-28T12:00:00.000+01:00', '2026-03-29T13:00:00.000+02:00', 1774782000000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183732Z-61a8', 'second-talk', 'p1', '2026-03-28T12:00:00.000+01:00', '2026-03-31T23:59:59.000+02:00', 1774994399000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183732Z-61a8', 'third-talk', 'p1', '2026-04-25T00:00:00.000+02:00', '2026-05-09T23:59:59.000+02:00', 1778363999000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183734Z-3ed9', 'first-talk', 'p1', '2026-03-29T13:00:00.000+02:00', '2026-03-30T13:00:00.000+02:00', 1774868400000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183734Z-3ed9', 'second-talk', 'p1', '2026-03-29T13:00:00.000+02:00', '2026-04-01T23:59:59.000+02:00', 1775080799000, 0, NULL, '');
INSERT INTO public.duty VALUES ('reported-20261128T183734Z-3ed9', 'third-talk', 'p1', '2026-04-26T00:00:00.000+02:00', '2026-05-10T23:59:59.000+02:00', 1778450399000, 0, NULL, '');
INSERT INTO public.erasure VALUES ('2026-11-28T19:37:33.395+01:00', 'root', 'reported-20261128T183732Z-a82c', '', '');
INSERT INTO public.hamer_schema VALUES (2);
INSERT INTO public.record VALUES ('20261128T183729Z-6fa86b25-1', '20261128T183729Z-6fa86b25', 5, 'disturbance', 'complete', '2026-11-28', '', 'geroep en gefluit vanaf de publieke tribune', '2026-03-12T20:41:17.120+01:00', 1773344477120, '2026-03-12T20:55:48.150+01:00', '2026-11-28T19:37:31.991+01:00', 1, 'publieke tribune', 'd-threat', 'first', 'Zebediah Quist', 0, 'council');
INSERT INTO public.record VALUES ('reported-20261128T183732Z-61a8', '', 2, 'reported', 'ended', '2026-03-28', '', 'bedreigd op straat', '2026-03-28T12:00:00.000+01:00', 1774695600000, '2026-03-28T12:00:00.000+01:00', '2026-11-28T19:37:33.848+01:00', 2, 'Haarlemmerstraat', '', '', '', 13, 'college');
INSERT INTO public.record VALUES ('reported-20261128T183734Z-3ed9', '', 2, 'reported', 'ended', '2026-03-29', '', 'de burgemeester nagelopen', '2026-03-29T12:00:00.000+01:00', 1774782000000, '2026-03-29T12:00:00.000+01:00', '2026-11-28T19:37:34.627+01:00', 4, '', '', '', '', 14, 'both');
INSERT INTO public.record_revision VALUES ('20261128T183729Z-6fa86b25-1', 1, '2026-11-28T19:37:29.977+01:00', '6d8330f048534374f01af4301fd7af45245e9c50b2b209c0c483edc0f6b71bd4', '2a981dd8a15f36cdcd5950d60bbb99123c42cff89087f589ca9212fd80665849', '1fcccf07ad8f9e4a34fdf32b998c65b44c4cd83c3ae4f0646f893a06e117e4e0', '{
  "format": 1,
  "status": "ended",
  "scenario": "b",
  "id": "20261128T183729Z-6fa86b25-1",
  "revision": 1,
  "kind": "disturbance",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-11-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "meeting_opened": {
    "seq": 3,
    "at": "2026-03-12T20:00:04.300+01:00",
    "recorded": "2026-11-28T19:37:29.810+01:00"
  },
  "meeting_closed": {
    "seq": 28,
    "at": "2026-03-12T22:18:05.500+01:00",
    "recorded": "2026-11-28T19:37:29.977+01:00"
  },
  "what": "geroep en gefluit vanaf de publieke tribune",
  "who": "audience",
  "started": {
    "seq": 4,
    "at": "2026-03-12T20:41:17.120+01:00",
    "recorded": "2026-11-28T19:37:29.811+01:00"
  },
  "ended": {
    "at": {
      "seq": 22,
      "at": "2026-03-12T20:55:48.150+01:00",
      "recorded": "2026-11-28T19:37:29.973+01:00"
    },
    "by": "report",
    "how": "twee personen overgedragen aan de politie, één zelf vertrokken"
  },
  "addressed": [
    {
      "scenario": "b",
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "said": "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
      "agreement": ""
    }
  ],
  "requests": [
    {
      "number": 1,
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "speaker": "chair",
      "to": "drie personen op de publieke tribune",
      "said": "U blijft de vergadering verstoren. Dat is strafbaar. Ik verzoek u het pand te verlaten.",
      "answer": "refused",
      "answered": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      }
    },
    {
      "number": 2,
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het tweede verzoek. Verlaat nu de zaal en het pand. Anders laat ik u verwijderen.",
      "answer": "refused",
      "answered": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      }
    },
    {
      "number": 3,
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het derde en laatste verzoek. Namens de gemeente vorder ik, op grond van artikel 26 van de Gemeentewet, dat u nu het pand verlaat. Blijft u, dan is dat lokaalvredebreuk en bellen wij de politie.",
      "answer": "refused",
      "answered": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      }
    }
  ],
  "suspensions": [
    {
      "from": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "reason": "geroep door de vergadering heen",
      "said": "Ik schors de vergadering. De reden is: geroep door de vergadering heen.",
      "resumed": {
        "seq": 25,
        "at": "2026-03-12T21:01:10.600+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "room_clearings": [
    {
      "from": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "reentered": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "broadcast_pauses": [
    {
      "asked": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "paused": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "resume_asked": {
        "seq": 26,
        "at": "2026-03-12T21:01:22.940+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      },
      "resumed": {
        "seq": 27,
        "at": "2026-03-12T21:01:44.200+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      }
    }
  ],
  "security": [
    {
      "called": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "who": ""
    }
  ],
  "police": [
    {
      "number": "112",
      "by": "de griffier",
      "said": "De vergadering van de gemeenteraad van Leiden wordt verstoord. Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, …. De voorzitter wil dat u dit direct komt beëindigen. Verwijder de verstoorders uit het pand, zo nodig door aanhouding.",
      "called": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "arrived": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "handed_over": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      }
    }
  ],
  "emergencies": [],
  "notes": [
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "by": "clerk",
      "text": "Eén van de drie is uit zichzelf vertrokken. Niemand is gewond."
    }
  ],
  "taken_back": [
    {
      "at": {
        "seq": 7,
        "at": "2026-03-12T20:41:46.210+01:00",
        "recorded": "2026-11-28T19:37:29.830+01:00"
      },
      "by": "chair",
      "why": "Verkeerde knop: het is scenario B",
      "step": {
        "seq": 6,
        "at": "2026-03-12T20:41:41.500+01:00",
        "recorded": "2026-11-28T19:37:29.822+01:00"
      },
      "event": "address.a",
      "fields": {
        "agreement": "daarna rustig gaan zitten of het pand verlaten"
      }
    }
  ],
  "amendments": [
    {
      "at": {
        "seq": 23,
        "at": "2026-03-12T20:56:30.000+01:00",
        "recorded": "2026-11-28T19:37:29.974+01:00"
      },
      "by": "clerk",
      "step": 4,
      "event": "disturbance.report",
      "before": {
        "what": "geroep door de vergadering heen"
      },
      "after": {
        "what": "geroep en gefluit vanaf de publieke tribune"
      }
    }
  ],
  "deviations": [],
  "late_additions": [
    {
      "at": {
        "seq": 4,
        "at": "2026-03-12T20:41:17.120+01:00",
        "recorded": "2026-11-28T19:37:29.811+01:00"
      },
      "what": "disturbance.report"
    },
    {
      "at": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "what": "meeting.suspend"
    },
    {
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "what": "address.b"
    },
    {
      "at": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "what": "broadcast.paused"
    },
    {
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "what": "security.call"
    },
    {
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "what": "police.call"
    },
    {
      "at": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "what": "room.clear"
    },
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "what": "note"
    },
    {
      "at": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "what": "police.arrive"
    },
    {
      "at": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      },
      "what": "police.handover"
    },
    {
      "at": {
        "seq": 22,
        "at": "2026-03-12T20:55:48.150+01:00",
        "recorded": "2026-11-28T19:37:29.973+01:00"
      },
      "what": "disturbance.end"
    },
    {
      "at": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      },
      "what": "room.reenter"
    }
  ],
  "source": {
    "session": "20261128T183729Z-6fa86b25",
    "head": "6d8330f048534374f01af4301fd7af45245e9c50b2b209c0c483edc0f6b71bd4",
    "procedure": "leiden-2025",
    "procedure_revision": 1,
    "procedure_sha256": "f0f15ba57ac6b3400d42648cbb57a9be585a987b52065ae193bccbedae00f4ea",
    "program": "0.1.0"
  }
}
');
INSERT INTO public.record_revision VALUES ('20261128T183729Z-6fa86b25-1', 2, '2026-11-28T19:37:30.175+01:00', '17b2e4574e5311675fcf815ad52e60e81eed0ddfead13c94763cf1e832311cdd', '718af774414acecceab066cc8ff36cbd5eaaa1fb138b7c88fed4e9d885fc0843', '6e1e47426cb5c4aab627095518799e684e63336be6501d1996d96625b18be140', '{
  "format": 1,
  "status": "ended",
  "scenario": "b",
  "id": "20261128T183729Z-6fa86b25-1",
  "revision": 2,
  "kind": "disturbance",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-11-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "meeting_opened": {
    "seq": 3,
    "at": "2026-03-12T20:00:04.300+01:00",
    "recorded": "2026-11-28T19:37:29.810+01:00"
  },
  "meeting_closed": {
    "seq": 28,
    "at": "2026-03-12T22:18:05.500+01:00",
    "recorded": "2026-11-28T19:37:29.977+01:00"
  },
  "what": "geroep en gefluit vanaf de publieke tribune",
  "who": "audience",
  "started": {
    "seq": 4,
    "at": "2026-03-12T20:41:17.120+01:00",
    "recorded": "2026-11-28T19:37:29.811+01:00"
  },
  "ended": {
    "at": {
      "seq": 22,
      "at": "2026-03-12T20:55:48.150+01:00",
      "recorded": "2026-11-28T19:37:29.973+01:00"
    },
    "by": "report",
    "how": "twee personen overgedragen aan de politie, één zelf vertrokken"
  },
  "addressed": [
    {
      "scenario": "b",
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "said": "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
      "agreement": ""
    }
  ],
  "requests": [
    {
      "number": 1,
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "speaker": "chair",
      "to": "drie personen op de publieke tribune",
      "said": "U blijft de vergadering verstoren. Dat is strafbaar. Ik verzoek u het pand te verlaten.",
      "answer": "refused",
      "answered": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      }
    },
    {
      "number": 2,
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het tweede verzoek. Verlaat nu de zaal en het pand. Anders laat ik u verwijderen.",
      "answer": "refused",
      "answered": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      }
    },
    {
      "number": 3,
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het derde en laatste verzoek. Namens de gemeente vorder ik, op grond van artikel 26 van de Gemeentewet, dat u nu het pand verlaat. Blijft u, dan is dat lokaalvredebreuk en bellen wij de politie.",
      "answer": "refused",
      "answered": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      }
    }
  ],
  "suspensions": [
    {
      "from": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "reason": "geroep door de vergadering heen",
      "said": "Ik schors de vergadering. De reden is: geroep door de vergadering heen.",
      "resumed": {
        "seq": 25,
        "at": "2026-03-12T21:01:10.600+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "room_clearings": [
    {
      "from": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "reentered": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "broadcast_pauses": [
    {
      "asked": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "paused": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "resume_asked": {
        "seq": 26,
        "at": "2026-03-12T21:01:22.940+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      },
      "resumed": {
        "seq": 27,
        "at": "2026-03-12T21:01:44.200+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      }
    }
  ],
  "security": [
    {
      "called": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "who": ""
    }
  ],
  "police": [
    {
      "number": "112",
      "by": "de griffier",
      "said": "De vergadering van de gemeenteraad van Leiden wordt verstoord. Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, …. De voorzitter wil dat u dit direct komt beëindigen. Verwijder de verstoorders uit het pand, zo nodig door aanhouding.",
      "called": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "arrived": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "handed_over": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      }
    }
  ],
  "emergencies": [],
  "notes": [
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "by": "clerk",
      "text": "Eén van de drie is uit zichzelf vertrokken. Niemand is gewond."
    }
  ],
  "taken_back": [
    {
      "at": {
        "seq": 7,
        "at": "2026-03-12T20:41:46.210+01:00",
        "recorded": "2026-11-28T19:37:29.830+01:00"
      },
      "by": "chair",
      "why": "Verkeerde knop: het is scenario B",
      "step": {
        "seq": 6,
        "at": "2026-03-12T20:41:41.500+01:00",
        "recorded": "2026-11-28T19:37:29.822+01:00"
      },
      "event": "address.a",
      "fields": {
        "agreement": "daarna rustig gaan zitten of het pand verlaten"
      }
    }
  ],
  "amendments": [
    {
      "at": {
        "seq": 23,
        "at": "2026-03-12T20:56:30.000+01:00",
        "recorded": "2026-11-28T19:37:29.974+01:00"
      },
      "by": "clerk",
      "step": 4,
      "event": "disturbance.report",
      "before": {
        "what": "geroep door de vergadering heen"
      },
      "after": {
        "what": "geroep en gefluit vanaf de publieke tribune"
      }
    }
  ],
  "deviations": [],
  "late_additions": [
    {
      "at": {
        "seq": 4,
        "at": "2026-03-12T20:41:17.120+01:00",
        "recorded": "2026-11-28T19:37:29.811+01:00"
      },
      "what": "disturbance.report"
    },
    {
      "at": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "what": "meeting.suspend"
    },
    {
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "what": "address.b"
    },
    {
      "at": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "what": "broadcast.paused"
    },
    {
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "what": "security.call"
    },
    {
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "what": "police.call"
    },
    {
      "at": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "what": "room.clear"
    },
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "what": "note"
    },
    {
      "at": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "what": "police.arrive"
    },
    {
      "at": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      },
      "what": "police.handover"
    },
    {
      "at": {
        "seq": 22,
        "at": "2026-03-12T20:55:48.150+01:00",
        "recorded": "2026-11-28T19:37:29.973+01:00"
      },
      "what": "disturbance.end"
    },
    {
      "at": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      },
      "what": "room.reenter"
    },
    {
      "at": {
        "seq": 29,
        "at": "2026-03-12T22:18:40.000+01:00",
        "recorded": "2026-11-28T19:37:30.174+01:00"
      },
      "what": "broadcast.end"
    }
  ],
  "source": {
    "session": "20261128T183729Z-6fa86b25",
    "head": "17b2e4574e5311675fcf815ad52e60e81eed0ddfead13c94763cf1e832311cdd",
    "procedure": "leiden-2025",
    "procedure_revision": 1,
    "procedure_sha256": "f0f15ba57ac6b3400d42648cbb57a9be585a987b52065ae193bccbedae00f4ea",
    "program": "0.1.0"
  }
}
');
INSERT INTO public.record_revision VALUES ('20261128T183729Z-6fa86b25-1', 3, '2026-11-28T19:37:30.371+01:00', '41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a', 'cf417cdf492fb969b5e4bbe32c6825e7f24d80a222e7b7968e8b6b2524e6ec61', '2c9f1435d65611e767c805f2413c27f7032ee86e8e99ab238d526b2036481333', '{
  "format": 1,
  "status": "ended",
  "scenario": "b",
  "id": "20261128T183729Z-6fa86b25-1",
  "revision": 3,
  "kind": "disturbance",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-11-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "meeting_opened": {
    "seq": 3,
    "at": "2026-03-12T20:00:04.300+01:00",
    "recorded": "2026-11-28T19:37:29.810+01:00"
  },
  "meeting_closed": {
    "seq": 28,
    "at": "2026-03-12T22:18:05.500+01:00",
    "recorded": "2026-11-28T19:37:29.977+01:00"
  },
  "what": "geroep en gefluit vanaf de publieke tribune",
  "who": "audience",
  "started": {
    "seq": 4,
    "at": "2026-03-12T20:41:17.120+01:00",
    "recorded": "2026-11-28T19:37:29.811+01:00"
  },
  "ended": {
    "at": {
      "seq": 22,
      "at": "2026-03-12T20:55:48.150+01:00",
      "recorded": "2026-11-28T19:37:29.973+01:00"
    },
    "by": "report",
    "how": "twee personen overgedragen aan de politie, één zelf vertrokken"
  },
  "addressed": [
    {
      "scenario": "b",
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "said": "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
      "agreement": ""
    }
  ],
  "requests": [
    {
      "number": 1,
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "speaker": "chair",
      "to": "drie personen op de publieke tribune",
      "said": "U blijft de vergadering verstoren. Dat is strafbaar. Ik verzoek u het pand te verlaten.",
      "answer": "refused",
      "answered": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      }
    },
    {
      "number": 2,
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het tweede verzoek. Verlaat nu de zaal en het pand. Anders laat ik u verwijderen.",
      "answer": "refused",
      "answered": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      }
    },
    {
      "number": 3,
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het derde en laatste verzoek. Namens de gemeente vorder ik, op grond van artikel 26 van de Gemeentewet, dat u nu het pand verlaat. Blijft u, dan is dat lokaalvredebreuk en bellen wij de politie.",
      "answer": "refused",
      "answered": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      }
    }
  ],
  "suspensions": [
    {
      "from": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "reason": "geroep door de vergadering heen",
      "said": "Ik schors de vergadering. De reden is: geroep door de vergadering heen.",
      "resumed": {
        "seq": 25,
        "at": "2026-03-12T21:01:10.600+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "room_clearings": [
    {
      "from": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "reentered": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "broadcast_pauses": [
    {
      "asked": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "paused": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "resume_asked": {
        "seq": 26,
        "at": "2026-03-12T21:01:22.940+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      },
      "resumed": {
        "seq": 27,
        "at": "2026-03-12T21:01:44.200+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      }
    }
  ],
  "security": [
    {
      "called": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "who": ""
    }
  ],
  "police": [
    {
      "number": "112",
      "by": "de griffier",
      "said": "De vergadering van de gemeenteraad van Leiden wordt verstoord. Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, …. De voorzitter wil dat u dit direct komt beëindigen. Verwijder de verstoorders uit het pand, zo nodig door aanhouding.",
      "called": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "arrived": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "handed_over": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      }
    }
  ],
  "emergencies": [],
  "charges": {
    "at": {
      "seq": 30,
      "at": "2026-03-12T22:31:15.250+01:00",
      "recorded": "2026-11-28T19:37:30.370+01:00"
    },
    "decision": "file",
    "clerk_consulted": true,
    "adviser_consulted": true
  },
  "notes": [
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "by": "clerk",
      "text": "Eén van de drie is uit zichzelf vertrokken. Niemand is gewond."
    }
  ],
  "taken_back": [
    {
      "at": {
        "seq": 7,
        "at": "2026-03-12T20:41:46.210+01:00",
        "recorded": "2026-11-28T19:37:29.830+01:00"
      },
      "by": "chair",
      "why": "Verkeerde knop: het is scenario B",
      "step": {
        "seq": 6,
        "at": "2026-03-12T20:41:41.500+01:00",
        "recorded": "2026-11-28T19:37:29.822+01:00"
      },
      "event": "address.a",
      "fields": {
        "agreement": "daarna rustig gaan zitten of het pand verlaten"
      }
    }
  ],
  "amendments": [
    {
      "at": {
        "seq": 23,
        "at": "2026-03-12T20:56:30.000+01:00",
        "recorded": "2026-11-28T19:37:29.974+01:00"
      },
      "by": "clerk",
      "step": 4,
      "event": "disturbance.report",
      "before": {
        "what": "geroep door de vergadering heen"
      },
      "after": {
        "what": "geroep en gefluit vanaf de publieke tribune"
      }
    }
  ],
  "deviations": [],
  "late_additions": [
    {
      "at": {
        "seq": 4,
        "at": "2026-03-12T20:41:17.120+01:00",
        "recorded": "2026-11-28T19:37:29.811+01:00"
      },
      "what": "disturbance.report"
    },
    {
      "at": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "what": "meeting.suspend"
    },
    {
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "what": "address.b"
    },
    {
      "at": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "what": "broadcast.paused"
    },
    {
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "what": "security.call"
    },
    {
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "what": "police.call"
    },
    {
      "at": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "what": "room.clear"
    },
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "what": "note"
    },
    {
      "at": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "what": "police.arrive"
    },
    {
      "at": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      },
      "what": "police.handover"
    },
    {
      "at": {
        "seq": 22,
        "at": "2026-03-12T20:55:48.150+01:00",
        "recorded": "2026-11-28T19:37:29.973+01:00"
      },
      "what": "disturbance.end"
    },
    {
      "at": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      },
      "what": "room.reenter"
    },
    {
      "at": {
        "seq": 29,
        "at": "2026-03-12T22:18:40.000+01:00",
        "recorded": "2026-11-28T19:37:30.174+01:00"
      },
      "what": "broadcast.end"
    },
    {
      "at": {
        "seq": 30,
        "at": "2026-03-12T22:31:15.250+01:00",
        "recorded": "2026-11-28T19:37:30.370+01:00"
      },
      "what": "charges.decide"
    }
  ],
  "source": {
    "session": "20261128T183729Z-6fa86b25",
    "head": "41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a",
    "procedure": "leiden-2025",
    "procedure_revision": 1,
    "procedure_sha256": "f0f15ba57ac6b3400d42648cbb57a9be585a987b52065ae193bccbedae00f4ea",
    "program": "0.1.0"
  }
}
');
INSERT INTO public.record_revision VALUES ('20261128T183729Z-6fa86b25-1', 4, '2026-11-28T19:37:31.475+01:00', '41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a', '4b30ed17a2987e01cae3aa07dc094f3fe5738d2c77e588c29f86ad7f44d9bcd3', '09004ab66722666c862a44b28e9d863fe4d5979679069d7cec3e3afbda98f6fa', '{
  "format": 2,
  "status": "ended",
  "scenario": "b",
  "id": "20261128T183729Z-6fa86b25-1",
  "revision": 4,
  "kind": "disturbance",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-11-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "meeting_opened": {
    "seq": 3,
    "at": "2026-03-12T20:00:04.300+01:00",
    "recorded": "2026-11-28T19:37:29.810+01:00"
  },
  "meeting_closed": {
    "seq": 28,
    "at": "2026-03-12T22:18:05.500+01:00",
    "recorded": "2026-11-28T19:37:29.977+01:00"
  },
  "what": "geroep en gefluit vanaf de publieke tribune",
  "who": "audience",
  "started": {
    "seq": 4,
    "at": "2026-03-12T20:41:17.120+01:00",
    "recorded": "2026-11-28T19:37:29.811+01:00"
  },
  "ended": {
    "at": {
      "seq": 22,
      "at": "2026-03-12T20:55:48.150+01:00",
      "recorded": "2026-11-28T19:37:29.973+01:00"
    },
    "by": "report",
    "how": "twee personen overgedragen aan de politie, één zelf vertrokken"
  },
  "addressed": [
    {
      "scenario": "b",
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "said": "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
      "agreement": ""
    }
  ],
  "requests": [
    {
      "number": 1,
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "speaker": "chair",
      "to": "drie personen op de publieke tribune",
      "said": "U blijft de vergadering verstoren. Dat is strafbaar. Ik verzoek u het pand te verlaten.",
      "answer": "refused",
      "answered": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      }
    },
    {
      "number": 2,
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het tweede verzoek. Verlaat nu de zaal en het pand. Anders laat ik u verwijderen.",
      "answer": "refused",
      "answered": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      }
    },
    {
      "number": 3,
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het derde en laatste verzoek. Namens de gemeente vorder ik, op grond van artikel 26 van de Gemeentewet, dat u nu het pand verlaat. Blijft u, dan is dat lokaalvredebreuk en bellen wij de politie.",
      "answer": "refused",
      "answered": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      }
    }
  ],
  "suspensions": [
    {
      "from": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "reason": "geroep door de vergadering heen",
      "said": "Ik schors de vergadering. De reden is: geroep door de vergadering heen.",
      "resumed": {
        "seq": 25,
        "at": "2026-03-12T21:01:10.600+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "room_clearings": [
    {
      "from": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "reentered": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "broadcast_pauses": [
    {
      "asked": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "paused": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "resume_asked": {
        "seq": 26,
        "at": "2026-03-12T21:01:22.940+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      },
      "resumed": {
        "seq": 27,
        "at": "2026-03-12T21:01:44.200+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      }
    }
  ],
  "security": [
    {
      "called": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "who": ""
    }
  ],
  "police": [
    {
      "number": "112",
      "by": "de griffier",
      "said": "De vergadering van de gemeenteraad van Leiden wordt verstoord. Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, …. De voorzitter wil dat u dit direct komt beëindigen. Verwijder de verstoorders uit het pand, zo nodig door aanhouding.",
      "called": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "arrived": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "handed_over": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      }
    }
  ],
  "emergencies": [],
  "charges": {
    "at": {
      "seq": 30,
      "at": "2026-03-12T22:31:15.250+01:00",
      "recorded": "2026-11-28T19:37:30.370+01:00"
    },
    "decision": "file",
    "clerk_consulted": true,
    "adviser_consulted": true
  },
  "notes": [
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "by": "clerk",
      "text": "Eén van de drie is uit zichzelf vertrokken. Niemand is gewond."
    }
  ],
  "taken_back": [
    {
      "at": {
        "seq": 7,
        "at": "2026-03-12T20:41:46.210+01:00",
        "recorded": "2026-11-28T19:37:29.830+01:00"
      },
      "by": "chair",
      "why": "Verkeerde knop: het is scenario B",
      "step": {
        "seq": 6,
        "at": "2026-03-12T20:41:41.500+01:00",
        "recorded": "2026-11-28T19:37:29.822+01:00"
      },
      "event": "address.a",
      "fields": {
        "agreement": "daarna rustig gaan zitten of het pand verlaten"
      }
    }
  ],
  "amendments": [
    {
      "at": {
        "seq": 23,
        "at": "2026-03-12T20:56:30.000+01:00",
        "recorded": "2026-11-28T19:37:29.974+01:00"
      },
      "by": "clerk",
      "step": 4,
      "event": "disturbance.report",
      "before": {
        "what": "geroep door de vergadering heen"
      },
      "after": {
        "what": "geroep en gefluit vanaf de publieke tribune"
      }
    }
  ],
  "deviations": [],
  "late_additions": [
    {
      "at": {
        "seq": 4,
        "at": "2026-03-12T20:41:17.120+01:00",
        "recorded": "2026-11-28T19:37:29.811+01:00"
      },
      "what": "disturbance.report"
    },
    {
      "at": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "what": "meeting.suspend"
    },
    {
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "what": "address.b"
    },
    {
      "at": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "what": "broadcast.paused"
    },
    {
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "what": "security.call"
    },
    {
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "what": "police.call"
    },
    {
      "at": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "what": "room.clear"
    },
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "what": "note"
    },
    {
      "at": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "what": "police.arrive"
    },
    {
      "at": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      },
      "what": "police.handover"
    },
    {
      "at": {
        "seq": 22,
        "at": "2026-03-12T20:55:48.150+01:00",
        "recorded": "2026-11-28T19:37:29.973+01:00"
      },
      "what": "disturbance.end"
    },
    {
      "at": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      },
      "what": "room.reenter"
    },
    {
      "at": {
        "seq": 29,
        "at": "2026-03-12T22:18:40.000+01:00",
        "recorded": "2026-11-28T19:37:30.174+01:00"
      },
      "what": "broadcast.end"
    },
    {
      "at": {
        "seq": 30,
        "at": "2026-03-12T22:31:15.250+01:00",
        "recorded": "2026-11-28T19:37:30.370+01:00"
      },
      "what": "charges.decide"
    }
  ],
  "source": {
    "session": "20261128T183729Z-6fa86b25",
    "head": "41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a",
    "procedure": "leiden-2025",
    "procedure_revision": 1,
    "procedure_sha256": "f0f15ba57ac6b3400d42648cbb57a9be585a987b52065ae193bccbedae00f4ea",
    "program": "0.1.0"
  },
  "dossier": {
    "conduct": [
      "c",
      "d-threat"
    ],
    "channel": "face-to-face",
    "place": "publieke tribune",
    "manner": "roepen en dreigen",
    "reason": "woningbouw",
    "persons": [
      {
        "id": "p1",
        "role": "disturber",
        "known": true,
        "name": "Zebediah Quist",
        "address": "Kraaienstraat 9"
      },
      {
        "id": "p2",
        "role": "affected",
        "office": "council-member"
      }
    ],
    "damage": false,
    "repetition": "first",
    "informed": [
      {
        "who": "clerk",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      },
      {
        "who": "mayor",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      },
      {
        "who": "adviser",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      }
    ],
    "measures": [
      {
        "kind": "written-warning",
        "person": "p1"
      }
    ],
    "communication": {
      "spokesperson": "woordvoerder van de raad"
    }
  }
}
');
INSERT INTO public.record_revision VALUES ('20261128T183729Z-6fa86b25-1', 5, '2026-11-28T19:37:31.991+01:00', '41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a', '4f4c9e8e4cfaa447dcbbd20f767b512e26320043ff8362cfb58b023e30212b18', 'ad80da0c64d09e973c41ee82ee4df2a0a800bfac19f64a322e777ebe399784ff', '{
  "format": 2,
  "status": "complete",
  "scenario": "b",
  "id": "20261128T183729Z-6fa86b25-1",
  "revision": 5,
  "kind": "disturbance",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-11-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "meeting_opened": {
    "seq": 3,
    "at": "2026-03-12T20:00:04.300+01:00",
    "recorded": "2026-11-28T19:37:29.810+01:00"
  },
  "meeting_closed": {
    "seq": 28,
    "at": "2026-03-12T22:18:05.500+01:00",
    "recorded": "2026-11-28T19:37:29.977+01:00"
  },
  "what": "geroep en gefluit vanaf de publieke tribune",
  "who": "audience",
  "started": {
    "seq": 4,
    "at": "2026-03-12T20:41:17.120+01:00",
    "recorded": "2026-11-28T19:37:29.811+01:00"
  },
  "ended": {
    "at": {
      "seq": 22,
      "at": "2026-03-12T20:55:48.150+01:00",
      "recorded": "2026-11-28T19:37:29.973+01:00"
    },
    "by": "report",
    "how": "twee personen overgedragen aan de politie, één zelf vertrokken"
  },
  "addressed": [
    {
      "scenario": "b",
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "said": "U verstoort de vergadering. Dat is strafbaar. Stop hier onmiddellijk mee.",
      "agreement": ""
    }
  ],
  "requests": [
    {
      "number": 1,
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "speaker": "chair",
      "to": "drie personen op de publieke tribune",
      "said": "U blijft de vergadering verstoren. Dat is strafbaar. Ik verzoek u het pand te verlaten.",
      "answer": "refused",
      "answered": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      }
    },
    {
      "number": 2,
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het tweede verzoek. Verlaat nu de zaal en het pand. Anders laat ik u verwijderen.",
      "answer": "refused",
      "answered": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      }
    },
    {
      "number": 3,
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "speaker": "chair",
      "to": "",
      "said": "Dit is het derde en laatste verzoek. Namens de gemeente vorder ik, op grond van artikel 26 van de Gemeentewet, dat u nu het pand verlaat. Blijft u, dan is dat lokaalvredebreuk en bellen wij de politie.",
      "answer": "refused",
      "answered": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      }
    }
  ],
  "suspensions": [
    {
      "from": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "reason": "geroep door de vergadering heen",
      "said": "Ik schors de vergadering. De reden is: geroep door de vergadering heen.",
      "resumed": {
        "seq": 25,
        "at": "2026-03-12T21:01:10.600+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "room_clearings": [
    {
      "from": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "reentered": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      }
    }
  ],
  "broadcast_pauses": [
    {
      "asked": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "paused": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "resume_asked": {
        "seq": 26,
        "at": "2026-03-12T21:01:22.940+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      },
      "resumed": {
        "seq": 27,
        "at": "2026-03-12T21:01:44.200+01:00",
        "recorded": "2026-11-28T19:37:29.976+01:00"
      }
    }
  ],
  "security": [
    {
      "called": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "who": ""
    }
  ],
  "police": [
    {
      "number": "112",
      "by": "de griffier",
      "said": "De vergadering van de gemeenteraad van Leiden wordt verstoord. Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, …. De voorzitter wil dat u dit direct komt beëindigen. Verwijder de verstoorders uit het pand, zo nodig door aanhouding.",
      "called": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "arrived": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "handed_over": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      }
    }
  ],
  "emergencies": [],
  "charges": {
    "at": {
      "seq": 30,
      "at": "2026-03-12T22:31:15.250+01:00",
      "recorded": "2026-11-28T19:37:30.370+01:00"
    },
    "decision": "file",
    "clerk_consulted": true,
    "adviser_consulted": true
  },
  "notes": [
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "by": "clerk",
      "text": "Eén van de drie is uit zichzelf vertrokken. Niemand is gewond."
    }
  ],
  "taken_back": [
    {
      "at": {
        "seq": 7,
        "at": "2026-03-12T20:41:46.210+01:00",
        "recorded": "2026-11-28T19:37:29.830+01:00"
      },
      "by": "chair",
      "why": "Verkeerde knop: het is scenario B",
      "step": {
        "seq": 6,
        "at": "2026-03-12T20:41:41.500+01:00",
        "recorded": "2026-11-28T19:37:29.822+01:00"
      },
      "event": "address.a",
      "fields": {
        "agreement": "daarna rustig gaan zitten of het pand verlaten"
      }
    }
  ],
  "amendments": [
    {
      "at": {
        "seq": 23,
        "at": "2026-03-12T20:56:30.000+01:00",
        "recorded": "2026-11-28T19:37:29.974+01:00"
      },
      "by": "clerk",
      "step": 4,
      "event": "disturbance.report",
      "before": {
        "what": "geroep door de vergadering heen"
      },
      "after": {
        "what": "geroep en gefluit vanaf de publieke tribune"
      }
    }
  ],
  "deviations": [],
  "late_additions": [
    {
      "at": {
        "seq": 4,
        "at": "2026-03-12T20:41:17.120+01:00",
        "recorded": "2026-11-28T19:37:29.811+01:00"
      },
      "what": "disturbance.report"
    },
    {
      "at": {
        "seq": 5,
        "at": "2026-03-12T20:41:29.840+01:00",
        "recorded": "2026-11-28T19:37:29.817+01:00"
      },
      "what": "meeting.suspend"
    },
    {
      "at": {
        "seq": 8,
        "at": "2026-03-12T20:41:52.770+01:00",
        "recorded": "2026-11-28T19:37:29.838+01:00"
      },
      "what": "address.b"
    },
    {
      "at": {
        "seq": 9,
        "at": "2026-03-12T20:42:06.400+01:00",
        "recorded": "2026-11-28T19:37:29.847+01:00"
      },
      "what": "broadcast.paused"
    },
    {
      "at": {
        "seq": 10,
        "at": "2026-03-12T20:42:24.900+01:00",
        "recorded": "2026-11-28T19:37:29.853+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 11,
        "at": "2026-03-12T20:42:47.350+01:00",
        "recorded": "2026-11-28T19:37:29.886+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 12,
        "at": "2026-03-12T20:42:55.060+01:00",
        "recorded": "2026-11-28T19:37:29.894+01:00"
      },
      "what": "security.call"
    },
    {
      "at": {
        "seq": 13,
        "at": "2026-03-12T20:43:11.480+01:00",
        "recorded": "2026-11-28T19:37:29.902+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 14,
        "at": "2026-03-12T20:43:32.900+01:00",
        "recorded": "2026-11-28T19:37:29.908+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 15,
        "at": "2026-03-12T20:43:51.240+01:00",
        "recorded": "2026-11-28T19:37:29.914+01:00"
      },
      "what": "request.speak"
    },
    {
      "at": {
        "seq": 16,
        "at": "2026-03-12T20:44:13.660+01:00",
        "recorded": "2026-11-28T19:37:29.922+01:00"
      },
      "what": "request.refuse"
    },
    {
      "at": {
        "seq": 17,
        "at": "2026-03-12T20:44:38.010+01:00",
        "recorded": "2026-11-28T19:37:29.930+01:00"
      },
      "what": "police.call"
    },
    {
      "at": {
        "seq": 18,
        "at": "2026-03-12T20:45:20.700+01:00",
        "recorded": "2026-11-28T19:37:29.938+01:00"
      },
      "what": "room.clear"
    },
    {
      "at": {
        "seq": 19,
        "at": "2026-03-12T20:47:03.000+01:00",
        "recorded": "2026-11-28T19:37:29.947+01:00"
      },
      "what": "note"
    },
    {
      "at": {
        "seq": 20,
        "at": "2026-03-12T20:53:36.450+01:00",
        "recorded": "2026-11-28T19:37:29.962+01:00"
      },
      "what": "police.arrive"
    },
    {
      "at": {
        "seq": 21,
        "at": "2026-03-12T20:55:12.800+01:00",
        "recorded": "2026-11-28T19:37:29.970+01:00"
      },
      "what": "police.handover"
    },
    {
      "at": {
        "seq": 22,
        "at": "2026-03-12T20:55:48.150+01:00",
        "recorded": "2026-11-28T19:37:29.973+01:00"
      },
      "what": "disturbance.end"
    },
    {
      "at": {
        "seq": 24,
        "at": "2026-03-12T20:58:02.330+01:00",
        "recorded": "2026-11-28T19:37:29.975+01:00"
      },
      "what": "room.reenter"
    },
    {
      "at": {
        "seq": 29,
        "at": "2026-03-12T22:18:40.000+01:00",
        "recorded": "2026-11-28T19:37:30.174+01:00"
      },
      "what": "broadcast.end"
    },
    {
      "at": {
        "seq": 30,
        "at": "2026-03-12T22:31:15.250+01:00",
        "recorded": "2026-11-28T19:37:30.370+01:00"
      },
      "what": "charges.decide"
    }
  ],
  "source": {
    "session": "20261128T183729Z-6fa86b25",
    "head": "41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a",
    "procedure": "leiden-2025",
    "procedure_revision": 1,
    "procedure_sha256": "f0f15ba57ac6b3400d42648cbb57a9be585a987b52065ae193bccbedae00f4ea",
    "program": "0.1.0"
  },
  "dossier": {
    "conduct": [
      "c",
      "d-threat"
    ],
    "channel": "face-to-face",
    "place": "publieke tribune",
    "manner": "roepen en dreigen",
    "reason": "woningbouw",
    "persons": [
      {
        "id": "p1",
        "role": "disturber",
        "known": true,
        "name": "Zebediah Quist",
        "address": "Kraaienstraat 9"
      },
      {
        "id": "p2",
        "role": "affected",
        "office": "council-member"
      }
    ],
    "damage": false,
    "repetition": "first",
    "informed": [
      {
        "who": "clerk",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      },
      {
        "who": "mayor",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      },
      {
        "who": "adviser",
        "at": "2026-03-12T23:00:00.000+01:00",
        "by": "griffier"
      }
    ],
    "measures": [
      {
        "kind": "written-warning",
        "person": "p1"
      }
    ],
    "communication": {
      "spokesperson": "woordvoerder van de raad"
    },
    "completed": {
      "at": "2026-11-28T19:37:31.991+01:00",
      "by": "Gijs"
    }
  }
}
');
INSERT INTO public.record_revision VALUES ('reported-20261128T183732Z-61a8', 1, '2026-11-28T19:37:32.354+01:00', '', '28a43274b6ef4e9653d2d3a939bde2486bd3121924664271218579cc1fb90fa5', '7c469f55cd43105c3eb5ca632515168409d92adda6bc1d7ceb512023f7c86cf2', '{
  "format": 2,
  "status": "ended",
  "scenario": "none",
  "id": "reported-20261128T183732Z-61a8",
  "revision": 1,
  "kind": "reported",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-03-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "what": "bedreigd op straat",
  "who": "",
  "started": {
    "seq": 0,
    "at": "2026-03-28T12:00:00.000+01:00"
  },
  "ended": {
    "at": {
      "seq": 0,
      "at": "2026-03-28T12:00:00.000+01:00"
    },
    "by": "report",
    "how": ""
  },
  "addressed": [],
  "requests": [],
  "suspensions": [],
  "room_clearings": [],
  "broadcast_pauses": [],
  "security": [],
  "police": [],
  "emergencies": [],
  "notes": [],
  "taken_back": [],
  "amendments": [],
  "deviations": [],
  "late_additions": [],
  "source": {
    "session": "",
    "head": "",
    "procedure": "",
    "procedure_revision": 0,
    "procedure_sha256": "",
    "program": "0.1.0"
  },
  "dossier": {
    "place": "Haarlemmerstraat"
  }
}
');
INSERT INTO public.record_revision VALUES ('reported-20261128T183732Z-61a8', 2, '2026-11-28T19:37:33.848+01:00', '', '2fdd2fb114b7c60ea57efb77c5886d001276bab7b9d5a6e12e15cb70dbfdf847', '3c346c3c14b0a921271b4b5fb931d88a2cc127a52ea43cb3401f61dff8197628', '{
  "format": 2,
  "status": "ended",
  "scenario": "none",
  "id": "reported-20261128T183732Z-61a8",
  "revision": 2,
  "kind": "reported",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-03-28",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "what": "bedreigd op straat",
  "who": "",
  "started": {
    "seq": 0,
    "at": "2026-03-28T12:00:00.000+01:00"
  },
  "ended": {
    "at": {
      "seq": 0,
      "at": "2026-03-28T12:00:00.000+01:00"
    },
    "by": "report",
    "how": ""
  },
  "addressed": [],
  "requests": [],
  "suspensions": [],
  "room_clearings": [],
  "broadcast_pauses": [],
  "security": [],
  "police": [],
  "emergencies": [],
  "notes": [],
  "taken_back": [],
  "amendments": [],
  "deviations": [],
  "late_additions": [],
  "source": {
    "session": "",
    "head": "",
    "procedure": "",
    "procedure_revision": 0,
    "procedure_sha256": "",
    "program": "0.1.0"
  },
  "dossier": {
    "place": "Haarlemmerstraat",
    "persons": [
      {
        "id": "p1",
        "role": "affected",
        "office": "alderman"
      }
    ]
  }
}
');
INSERT INTO public.record_revision VALUES ('reported-20261128T183734Z-3ed9', 1, '2026-11-28T19:37:34.166+01:00', '', 'f8ebc3239d81e44e53f4b3bbecc6da4da56b6b024f97d5d90c6f160ff14da3fd', '05bc31eca7745f1b9fed8c45a89b7fcf7e2974bdcb6f679bbf66126226263367', '{
  "format": 2,
  "status": "ended",
  "scenario": "none",
  "id": "reported-20261128T183734Z-3ed9",
  "revision": 1,
  "kind": "reported",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-03-29",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "what": "de burgemeester nagelopen",
  "who": "",
  "started": {
    "seq": 0,
    "at": "2026-03-29T12:00:00.000+01:00"
  },
  "ended": {
    "at": {
      "seq": 0,
      "at": "2026-03-29T12:00:00.000+01:00"
    },
    "by": "report",
    "how": ""
  },
  "addressed": [],
  "requests": [],
  "suspensions": [],
  "room_clearings": [],
  "broadcast_pauses": [],
  "security": [],
  "police": [],
  "emergencies": [],
  "notes": [],
  "taken_back": [],
  "amendments": [],
  "deviations": [],
  "late_additions": [],
  "source": {
    "session": "",
    "head": "",
    "procedure": "",
    "procedure_revision": 0,
    "procedure_sha256": "",
    "program": "0.1.0"
  },
  "dossier": {}
}
');
INSERT INTO public.record_revision VALUES ('reported-20261128T183734Z-3ed9', 2, '2026-11-28T19:37:34.627+01:00', '', 'c6a2aa03634059f3d5486eae4ee0bbe712e9a3422d3bc5261c3734557d9334ea', '081911c39c81803153f100bb77ac46c375b64bf30c8689644b406ad3e81dc48f', '{
  "format": 2,
  "status": "ended",
  "scenario": "none",
  "id": "reported-20261128T183734Z-3ed9",
  "revision": 2,
  "kind": "reported",
  "drill": false,
  "municipality": "Leiden",
  "address": "Stadhuis, Stadhuisplein 1, Leiden",
  "meeting": {
    "name": "",
    "date": "2026-03-29",
    "chair": "",
    "clerk": "",
    "room": "",
    "broadcast": true
  },
  "what": "de burgemeester nagelopen",
  "who": "",
  "started": {
    "seq": 0,
    "at": "2026-03-29T12:00:00.000+01:00"
  },
  "ended": {
    "at": {
      "seq": 0,
      "at": "2026-03-29T12:00:00.000+01:00"
    },
    "by": "report",
    "how": ""
  },
  "addressed": [],
  "requests": [],
  "suspensions": [],
  "room_clearings": [],
  "broadcast_pauses": [],
  "security": [],
  "police": [],
  "emergencies": [],
  "notes": [],
  "taken_back": [],
  "amendments": [],
  "deviations": [],
  "late_additions": [],
  "source": {
    "session": "",
    "head": "",
    "procedure": "",
    "procedure_revision": 0,
    "procedure_sha256": "",
    "program": "0.1.0"
  },
  "dossier": {
    "persons": [
      {
        "id": "p1",
        "role": "affected",
        "office": "mayor"
      }
    ]
  }
}
');
INSERT INTO public.record_search VALUES (1, '''1'':3 ''11'':12 ''2026'':11 ''20261128t183729z'':1 ''28'':13 ''6fa86b25'':2 ''9'':34 ''de'':8,16 ''dreigen'':29 ''drie'':17 ''een'':14 ''en'':5,28 ''gefluit'':6 ''geroep'':4 ''gewond'':24 ''is'':18,23 ''kraaienstraat'':33 ''niemand'':22 ''publieke'':9,25 ''quist'':32 ''roepen'':27 ''tribune'':10,26 ''uit'':19 ''van'':15 ''vanaf'':7 ''vertrokken'':21 ''woningbouw'':30 ''zebediah'':31 ''zichzelf'':20');
INSERT INTO public.record_search VALUES (2, '''03'':8 ''2026'':7 ''20261128t183732z'':2 ''28'':9 ''61a8'':3 ''bedreigd'':4 ''haarlemmerstraat'':10 ''op'':5 ''reported'':1 ''straat'':6');
INSERT INTO public.record_search VALUES (4, '''03'':8 ''2026'':7 ''20261128t183734z'':2 ''29'':9 ''3ed9'':3 ''burgemeester'':5 ''de'':4 ''nagelopen'':6 ''reported'':1');
INSERT INTO public.session_mark VALUES ('20261128T183729Z-6fa86b25', 30, '41be1c0e83cab7a844111ef88da550e7daf6c4d7728b968fd16c9507d5e8ed7a', '2026-11-28T19:37:30.371+01:00');
SELECT pg_catalog.setval('public.record_number', 4, true);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (record_id, revision, target);
ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (record_id, kind, person);
ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.record_revision
    ADD CONSTRAINT record_revision_pkey PRIMARY KEY (record_id, revision);
ALTER TABLE ONLY public.record_search
    ADD CONSTRAINT record_search_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.session_mark
    ADD CONSTRAINT session_mark_pkey PRIMARY KEY (session_id);
CREATE INDEX access_by_record ON public.access USING btree (record_id, at_ms);
CREATE INDEX delivery_done ON public.delivery USING btree (next_ms) WHERE ((state)::text = 'delivered'::text);
CREATE INDEX delivery_open ON public.delivery USING btree (next_ms) WHERE ((state)::text <> 'delivered'::text);
CREATE INDEX delivery_waiting ON public.delivery USING btree (next_ms) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX duty_open ON public.duty USING btree (due_ms) WHERE (done_at IS NULL);
CREATE INDEX record_by_number ON public.record USING btree (number);
CREATE INDEX record_by_session ON public.record USING btree (session_id);
CREATE INDEX record_by_start ON public.record USING btree (started_ms);
CREATE INDEX record_search_words ON public.record_search USING gin (words);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.record(id);
ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.record(id);
ALTER TABLE ONLY public.record_revision
    ADD CONSTRAINT record_revision_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.record(id);
ALTER TABLE public.access ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY hamer_all ON public.access TO hamer_all USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (access.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_all ON public.delivery TO hamer_all USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (delivery.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_all ON public.duty TO hamer_all USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (duty.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_all ON public.erasure TO hamer_all USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (erasure.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_all ON public.record TO hamer_all USING (true) WITH CHECK (true);
CREATE POLICY hamer_all ON public.record_revision TO hamer_all USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (record_revision.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_all ON public.record_search TO hamer_all USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE (r.number = record_search.number)))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.access TO hamer_clerk USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (access.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.delivery TO hamer_clerk USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (delivery.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.duty TO hamer_clerk USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (duty.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.erasure TO hamer_clerk USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (erasure.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.record TO hamer_clerk USING (((reporting_line)::text = ANY ((ARRAY['council'::character varying, 'both'::character varying])::text[]))) WITH CHECK (((reporting_line)::text = ANY ((ARRAY['council'::character varying, 'both'::character varying])::text[])));
CREATE POLICY hamer_clerk ON public.record_revision TO hamer_clerk USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (record_revision.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_clerk ON public.record_search TO hamer_clerk USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE (r.number = record_search.number)))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.access TO hamer_secretary USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (access.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.delivery TO hamer_secretary USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (delivery.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.duty TO hamer_secretary USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (duty.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.erasure TO hamer_secretary USING ((((record_id)::text = ''::text) OR (EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (erasure.record_id)::text))))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.record TO hamer_secretary USING (((reporting_line)::text = ANY ((ARRAY['college'::character varying, 'both'::character varying])::text[]))) WITH CHECK (((reporting_line)::text = ANY ((ARRAY['college'::character varying, 'both'::character varying])::text[])));
CREATE POLICY hamer_secretary ON public.record_revision TO hamer_secretary USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE ((r.id)::text = (record_revision.record_id)::text)))) WITH CHECK (true);
CREATE POLICY hamer_secretary ON public.record_search TO hamer_secretary USING ((EXISTS ( SELECT 1
   FROM public.record r
  WHERE (r.number = record_search.number)))) WITH CHECK (true);
ALTER TABLE public.record ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.record_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.record_search ENABLE ROW LEVEL SECURITY;
GRANT SELECT,INSERT ON TABLE public.access TO hamer_clerk;
GRANT SELECT,INSERT ON TABLE public.access TO hamer_secretary;
GRANT SELECT,INSERT ON TABLE public.access TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty TO hamer_all;
GRANT SELECT,INSERT ON TABLE public.erasure TO hamer_clerk;
GRANT SELECT,INSERT ON TABLE public.erasure TO hamer_secretary;
GRANT SELECT,INSERT ON TABLE public.erasure TO hamer_all;
GRANT SELECT ON TABLE public.hamer_schema TO hamer_clerk;
GRANT SELECT ON TABLE public.hamer_schema TO hamer_secretary;
GRANT SELECT ON TABLE public.hamer_schema TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record TO hamer_all;
GRANT USAGE ON SEQUENCE public.record_number TO hamer_clerk;
GRANT USAGE ON SEQUENCE public.record_number TO hamer_secretary;
GRANT USAGE ON SEQUENCE public.record_number TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_revision TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_revision TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_revision TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_search TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_search TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_search TO hamer_all;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session_mark TO hamer_clerk;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session_mark TO hamer_secretary;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session_mark TO hamer_all;
