"""A case system as VNG Realisatie's standard describes it (Zaken API and Documenten API 1.5), as far as Hamer uses it. It
refuses what such a system refuses: a body that has not the standard's shape, a token that is not signed with the secret,
an identification or a link that is there already, a question with an unknown parameter. It can fail at any request.

With the published openapi.yaml of both in the folder $HAMER_ZGW_OPENAPI, as zaken.yaml and documenten.yaml, each body is
held against those too."""
import base64
import hashlib
import hmac
import http.server
import json
import os
import threading
import time
import urllib.parse

import jsonschema

RSIN = "111222333"
CLIENT, SECRET = "hamer", "een geheim van de gemeente"

DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
MOMENT = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+([+-][0-9]{2}:[0-9]{2}|Z)$"}
LEVELS = {"enum": ["openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim",
                   "zeer_geheim"]}


def text(longest, shortest=0):
    return {"type": "string", "maxLength": longest, "minLength": shortest}


def shape(required, optional=None):
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})},
            "additionalProperties": False}


SHAPES = {
    "zaken": shape({"bronorganisatie": text(9), "zaaktype": text(1000), "verantwoordelijkeOrganisatie": text(9),
                    "startdatum": DAY},
                   {"identificatie": text(40), "omschrijving": text(80), "toelichting": text(1000),
                    "vertrouwelijkheidaanduiding": LEVELS}),
    "zaakinformatieobjecten": shape({"informatieobject": text(1000), "zaak": text(1000, 1)}, {"titel": text(200)}),
    "statussen": shape({"zaak": text(1000, 1), "statustype": text(1000), "datumStatusGezet": MOMENT}),
    "enkelvoudiginformatieobjecten": shape(
        {"bronorganisatie": text(9), "creatiedatum": DAY, "titel": text(200), "auteur": text(200),
         "taal": text(3, 3), "informatieobjecttype": text(200)},
        {"identificatie": text(40), "vertrouwelijkheidaanduiding": LEVELS, "status": {"const": "definitief"},
         "formaat": text(255), "bestandsnaam": text(255), "bestandsomvang": {"type": "integer", "minimum": 0},
         "beschrijving": text(1000), "indicatieGebruiksrecht": {"type": "boolean"}, "inhoud": {"type": "string"},
         "integriteit": shape({"algoritme": {"const": "sha_256"}, "waarde": text(128, 1), "datum": DAY})}),
}
# By which a list may be asked, and of what there is no second one.
QUESTIONS = {"zaken": {"identificatie", "bronorganisatie"}, "zaakinformatieobjecten": {"zaak", "informatieobject"},
             "statussen": {"zaak"}, "enkelvoudiginformatieobjecten": {"identificatie", "bronorganisatie"}}
UNIQUE = {**QUESTIONS, "statussen": {"zaak", "datumStatusGezet"}}
FIRST_PAGE_ONLY = {"zaken", "statussen", "enkelvoudiginformatieobjecten"}  # a list of links comes whole


def published(name):
    """The standard's own shape of a request's body, without what only an answer has."""
    folder = os.environ.get("HAMER_ZGW_OPENAPI")
    if not folder:
        return None
    import yaml
    file = "documenten" if name == "enkelvoudiginformatieobjecten" else "zaken"
    with open(f"{folder}/{file}.yaml", encoding="utf-8") as stream:
        api = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    body = api["paths"]["/" + name]["post"]["requestBody"]
    body = api["components"]["requestBodies"][body["$ref"].rsplit("/", 1)[1]] if "$ref" in body else body

    def request(node):
        if isinstance(node, list):
            return [request(one) for one in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return request(api["components"]["schemas"][node["$ref"].rsplit("/", 1)[1]])
        made = {key: request(value) for key, value in node.items() if key not in ("description", "title", "example")}
        if isinstance(node.get("properties"), dict):
            own = {key: value for key, value in node["properties"].items() if not value.get("readOnly")}
            made["properties"] = {key: request(value) for key, value in own.items()}
            made["required"] = [key for key in node.get("required", []) if key in own]
            made["additionalProperties"] = False
        return made

    schema = body["content"]["application/json"]["schema"]
    # A geometry refers to itself; Hamer sends none.
    api["components"]["schemas"]["GeoJSONGeometry"] = {}
    return request(schema)


class CaseSystem:
    def __init__(self):
        self.things = {name: [] for name in SHAPES}
        self.trouble = None     # what goes wrong: a status, "close before" or "close after" it was done
        self.fails_at = 0       # in which of the next requests; 0: in none
        self.reason = None      # (status, body): what every request is refused with
        self.blind = set()      # shelves of which the next list is empty, as when two ask at once
        self.page = None        # instead of every answer
        self.broken = []        # what was wrong in requests, besides what was to be refused
        self.questions = []
        self._published = {name: published(name) for name in SHAPES}
        self._lock = threading.Lock()
        system = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self):
                system.take(self, None)

            def do_POST(self):
                system.take(self, self.rfile.read(int(self.headers["Content-Length"])))

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def target(self, secret_file, **changes):
        """The settings that lead here."""
        return {"zaken": self.url + "/zaken/api/v1/", "documenten": self.url + "/documenten/api/v1", "rsin": RSIN,
                "zaaktype": self.url + "/catalogi/api/v1/zaaktypen/1", "statustype": self.url + "/catalogi/api/v1/statustypen/1",
                "informatieobjecttype": self.url + "/catalogi/api/v1/informatieobjecttypen/1", "client_id": CLIENT,
                "secret_file": secret_file, "timeout_seconds": 5, **changes}

    def take(self, handler, body):
        with self._lock:
            self.fails_at -= 1
            trouble = self.trouble if self.fails_at == 0 else None
            if trouble == "close before":
                handler.connection.close()
                return
            status, answer = self.answer(handler, body) if not isinstance(trouble, int) else (trouble, {})
        if trouble == "close after":
            handler.connection.close()
            return
        raw = self.page if self.page is not None else json.dumps(answer).encode()
        try:
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(raw)))
            handler.end_headers()
            handler.wfile.write(raw)
        except OSError:
            pass  # it was killed

    def answer(self, handler, body):
        if self.reason:
            return self.reason
        if not self.is_signed(handler.headers.get("Authorization", "")):
            return 403, {"code": "permission_denied", "title": "Je hebt geen toestemming", "status": 403, "detail": "", "instance": ""}
        address = urllib.parse.urlsplit(handler.path)
        name = address.path.rsplit("/", 1)[1]
        base = "/documenten/api/v1/" if name == "enkelvoudiginformatieobjecten" else "/zaken/api/v1/"
        if name not in SHAPES or address.path != base + name:
            return 404, {"title": "Niet gevonden", "detail": address.path}
        if base.startswith("/zaken") and handler.headers.get("Accept-Crs") != "EPSG:4326":
            return 406, {"title": "Accept-Crs ontbreekt"}
        return self.found(name, address.query) if body is None else self.made(name, base, body)

    def found(self, name, query):
        asked = dict(urllib.parse.parse_qsl(query, strict_parsing=True))
        self.questions.append((name, asked))
        if set(asked) - QUESTIONS[name]:
            return 400, {"title": "Onbekende parameter", "invalidParams": [{"name": str(asked), "code": "unknown", "reason": "?"}]}
        things = [one for one in self.things[name] if all(one.get(key) == value for key, value in asked.items())]
        if name in self.blind:
            self.blind.discard(name)
            things = []
        return 200, {"next": None, "results": things} if name in FIRST_PAGE_ONLY else things

    def made(self, name, base, body):
        thing = json.loads(body)
        for schema in (SHAPES[name], self._published[name]):
            try:
                if schema:
                    jsonschema.validate(thing, schema)
            except jsonschema.ValidationError as error:
                self.broken.append((name, error.message, list(error.path)))
                return 400, {"title": "Ongeldig", "invalidParams": [{"name": name, "code": "invalid", "reason": error.message[:200]}]}
        if any(all(one.get(key) == thing[key] for key in UNIQUE[name]) for one in self.things[name]):
            return 400, {"title": "Ongeldig", "invalidParams": [{"name": "identificatie", "code": "identificatie-niet-uniek", "reason": "Niet uniek."}]}
        known = {one["url"] for things in self.things.values() for one in things}
        for key in ("zaak", "informatieobject"):
            if key in thing and thing[key] not in known:
                self.broken.append((name, key, thing[key]))
                return 400, {"title": "Ongeldig", "invalidParams": [{"name": key, "code": "bad-url", "reason": "Bestaat niet."}]}
        if "inhoud" in thing:
            content = base64.b64decode(thing["inhoud"], validate=True)
            if hashlib.sha256(content).hexdigest() != thing["integriteit"]["waarde"] or len(content) != thing["bestandsomvang"]:
                self.broken.append((name, "integriteit", thing["identificatie"]))
        thing["url"] = f"{self.url}{base}{name}/{len(self.things[name]) + 1}"
        self.things[name].append(thing)
        return 201, thing

    @staticmethod
    def is_signed(header):
        """A token by RFC 7519, made now and by who has the secret."""
        head, _, code = header.removeprefix("Bearer ").rpartition(".")
        want = base64.urlsafe_b64encode(hmac.digest(SECRET.encode(), head.encode(), "sha256")).rstrip(b"=").decode()
        if not hmac.compare_digest(code, want):
            return False
        kind, claims = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in head.split("."))
        return kind["alg"] == "HS256" and claims["client_id"] == claims["iss"] == CLIENT and abs(time.time() - claims["iat"]) < 600

    def stop(self):
        self._server.shutdown()
