"""How each scenario is played: well, and in at least three ways badly, with what each of those is worth."""
import occasions


def step(at, event, **fields):
    return {"at": at, "do": event, "with": fields} if fields else {"at": at, "do": event}


def without(steps, number):
    return steps[:number] + steps[number + 1:]


def later(steps, number, by):
    """That step and all that follow it."""
    return steps[:number] + [dict(one, at=one["at"] + by) for one in steps[number:]]


def extra(steps, *added):
    return sorted(steps + list(added), key=lambda one: one["at"])


def until(at):
    """The drill goes on until then; what was asked shortly before its end counts for nothing."""
    return {"at": at, "observe": "het einde"}


PERFECT = {
    "statement": [step(25, "disturbance.report", who="audience"), step(40, "address.a"),
                  step(155, "disturbance.end")],
    "sit-in": [step(25, "disturbance.report"), step(40, "address.a"), step(170, "address.b"),
               step(180, "request.speak"), step(202, "request.refuse"), step(228, "broadcast.paused"),
               step(230, "request.speak"), step(258, "request.heed"), step(270, "broadcast.resume")],
    "shouting": [step(20, "disturbance.report"), step(30, "meeting.suspend"), step(40, "address.b"),
                 step(58, "request.speak"), step(62, "broadcast.paused"), step(80, "request.refuse"),
                 step(90, "request.speak"), step(112, "request.refuse"), step(120, "request.speak"),
                 step(142, "request.refuse"), step(150, "police.call", number="112"), step(335, "police.arrive"),
                 step(430, "police.handover"), step(440, "disturbance.end")],
    "comes-back": [step(20, "disturbance.report"), step(30, "address.b"), step(40, "request.speak"),
                   step(57, "request.refuse"), step(65, "request.speak"), step(82, "request.heed"),
                   step(145, "disturbance.report"), step(150, "security.call"), step(155, "address.b"),
                   step(165, "request.speak"), step(187, "request.heed"), step(240, "meeting.close"),
                   step(250, "broadcast.end"), step(270, "charges.decide", decision="none"),
                   step(280, "charges.decide", decision="report")],
    "violence": [step(25, "emergency.declare"), step(30, "police.call", number="112"), step(42, "broadcast.paused"),
                 step(45, "meeting.suspend"), step(60, "room.clear"), step(275, "police.arrive"),
                 step(340, "police.handover"), step(350, "emergency.over"), step(390, "meeting.close"),
                 step(400, "broadcast.end"), step(450, "charges.decide", decision="file", clerk_consulted="yes")],
    "member": [step(30, "member.report"), step(40, "member.order"), step(70, "member.propose"), step(115, "member.exclude"),
               step(140, "security.call"), step(175, "security.remove", who="het raadslid"), step(185, "disturbance.end")],
}
PERFECT |= occasions.PERFECT
PAUSED = [step(25, "disturbance.report", who="audience"), step(40, "address.a"), step(45, "broadcast.pause"),
          step(155, "disturbance.end")]

# Ways that are as good: nothing is taken off for them.
ALSO_RIGHT = {
    # Pausing is the rule, and room in the broadcast for a statement the exception: the chair may do either.
    "statement": [PAUSED, [PAUSED[0], step(30, "meeting.suspend"), *PAUSED[1:], step(165, "meeting.resume")]],
    # Suspending to calm down is no mistake: only the vote needs a running meeting.
    "member": [[step(30, "member.report"), step(33, "meeting.suspend"), step(38, "member.order"), step(45, "disturbance.end"),
                step(47, "meeting.resume"), step(50, "member.report"), step(55, "member.order"), *PERFECT["member"][2:]]],
    # A report to the police instead of charges, and a decision that is left for later.
    "violence": [[*PERFECT["violence"][:-1], step(450, "charges.decide", decision=decision)]
                 for decision in ("report", "later")],
}


def flawed(name):
    """(what went wrong, the steps, the points, and the verdicts that are not “met”, or the mistakes)."""
    good = PERFECT[name]
    if name in occasions.FLAWED:
        return occasions.FLAWED[name]
    return {
        "statement": lambda: [
            ("a late statement", [good[0], step(81, "address.a"), step(195, "disturbance.end")], 6,
             {"statement": "late"}),
            ("the wrong disturber", [step(25, "disturbance.report", who="speaker"), *good[1:]], 6,
             {"report": "wrong"}),
            ("stopped instead of heard", [good[0], step(40, "address.b"), until(90)], 0,
             {"statement": "skipped", "end": "not-asked", "stop": 1}),
            ("ended too soon", [*good[:2], step(100, "disturbance.end")], 7, {"end": "out-of-order"}),
            ("the room cleared for it", extra(good, step(41, "meeting.suspend"), step(45, "room.clear")), 6, {"clear": 1}),
        ],
        "sit-in": lambda: [
            ("confirmed before it was so", [*good[:4], step(190, "broadcast.paused"), good[4], *good[6:]], 18,
             {"paused": "out-of-order", "not-paused": 1}),
            ("scenario B came late", later(good, 2, 30), 20, {"stop": "late"}),
            ("never paused", [*without(good, 5)[:7], until(400)], 16, {"paused": "skipped", "resume": "skipped"}),
            ("the refusal was forgotten", [*good[:4], good[5]], 14,
             {"refuse-1": "skipped", "request-2": "not-asked", "heed": "not-asked", "resume": "not-asked"}),
        ],
        "shouting": lambda: [
            ("not suspended", without(good, 1), 26, {"suspend": "skipped"}),
            ("a slow call to the police", later(good, 10, 40), 26, {"police": "late"}),
            ("a statement for shouters", [good[0], good[1], step(35, "address.a"), *good[2:]], 26, {"statement": 1}),
            ("no emergency", extra(good, step(145, "emergency.declare"), step(146, "emergency.over")), 27,
             {"emergency": 1}),
            ("the end never recorded", [*without(good, 13), until(600)], 26, {"end": "skipped"}),
        ],
        "comes-back": lambda: [
            ("security forgotten", [*without(good, 7), until(300)], 29, {"security": "skipped"}),
            ("the return seen late", later(good, 6, 32), 29, {"report-2": "late"}),
            ("a statement at her return", [*good[:8], step(152, "address.a"), *good[8:]], 29, {"statement": 1}),
            ("gone without a word", [*good[:10], {"at": 240, "observe": "zij is weg"}], 22,
             {"heed-2": "skipped", "close": "not-asked", "broadcast-end": "not-asked", "charges-1": "not-asked",
              "charges-2": "not-asked"}),
            ("one decision for two incidents", [*good[:-1], until(400)], 29, {"charges-2": "skipped"}),
        ],
        "violence": lambda: [
            ("another number", [good[0], step(30, "police.call", number="0900-8844"), *good[2:]], 21,
             {"call": "wrong"}),
            ("the room not cleared", without(good, 4), 23, {"clear": "skipped"}),
            ("the emergency declared late", later(good, 0, 20), 23, {"emergency": "late"}),
            ("over before it was", [*good[:5], step(100, "emergency.over"), *good[5:7]], 14,
             {"over": "out-of-order", "over-soon": 1, "close": "skipped", "broadcast-end": "not-asked",
              "charges": "not-asked"}),
            ("no charges at violence", [*good[:-1], step(450, "charges.decide", decision="none")], 21, {"no-charges": 1}),
            ("no decision on charges", [*good[:-1], until(600)], 21, {"charges": "skipped"}),
        ],
        "member": lambda: [
            ("taken for the audience", [step(22, "disturbance.report"), step(25, "disturbance.end"), *good], 15, {"public": 1}),
            ("asked to leave", [step(22, "disturbance.report"), step(24, "address.b"), step(26, "request.speak"),
                                step(28, "request.heed"), *good], 9, {"public": 1, "request": 1, "stop": 1}),
            ("suspended during the vote", extra(good, step(85, "meeting.suspend")), 15, {"suspended": 1}),
            ("the vote not awaited", [*good[:3], step(100, "member.exclude"), *good[4:]], 15,
             {"exclude": "out-of-order", "not-voted": 1}),
            ("sent away without a vote", [*good[:2], step(70, "disturbance.end"), until(300)], 7,
             {"propose": "skipped", "exclude": "not-asked", "security": "not-asked", "removed": "not-asked",
              "end": "out-of-order"}),
        ],
    }[name]()
