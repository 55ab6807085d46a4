#!/usr/bin/env python3
"""Breaks the link in one way after the other and sees that its tests find it: mutants.py SOURCE BUILD [NUMBER …].

Each mutant is one file of src/link, or of service/keep, with one text in the place of another. It is compiled beside the build, which stays as
it is, and linked in the place of the file that it was made of. Only with HAMER_TEST_LONG=1, as it takes some minutes.
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

# What is promised no more, the file, a text in it, and what stands there then.
MUTANTS = [
    ("what is acknowledged is synced", "keeper_link.cpp",
     "        if (!added) return not_stored(added.error(), lines.session);\n", ""),
    ("another line of the same number is refused", "line_check.cpp",
     "if (!there || bytes.compare(header.text.size() + 1, there->size(), *there) != 0) {", "if (!there) {"),
    ("all of a message is taken, or none", "line_check.cpp",
     "            return refused(LinkCode::Damaged, lines.session, next, line.fault);", "            break;"),
    ("nothing follows on the end", "keeper_link.cpp",
     "    if ((*courses)[course].ended && !checked->fresh.empty()) return refuse(LinkCode::Gap, lines.session);\n", ""),
    ("lines are added at the end of what is there", "keeper_link.cpp", "const Position head = (*courses)[course].head;",
     "Position head = (*courses)[course].head;\n    if (head.seq == 2) head = {};"),
    ("a course is known by its hash", "writer_link.cpp",
     "return place.seq <= own.head().seq && place_of(own.at(place.seq)) == place;",
     "return place.seq <= own.head().seq;"),
    ("a keeper that lost lines is told of", "writer_link.cpp",
     "        state_.lost = LostThere{had, state_.there.seq};\n", "        (void)had;\n"),
    ("an answer that comes late is not believed", "writer_link.cpp", " || have.round != state_.round) return;", ") return;"),
    ("an answer that does not come is asked for anew", "writer_link.cpp",
     "(state_.end_sent && !state_.ended)) && overdue)", "(state_.end_sent && !state_.ended)) && overdue && false)"),
    ("the end is said again", "writer_link.cpp", "state_.end_sent = state_.ended = false;", "state_.end_sent = false;"),
    ("more is there than was offered, and not than is here", "writer_link.cpp",
     "            if (place_of(own.head()) != state_.offered) return false;\n", ""),
    ("a fork has its procedure", "writer_link.cpp",
     "state_.procedure_there = !is_new && courses[best].procedure;", "state_.procedure_there = best > 0;"),
    ("there is what was acknowledged", "writer_link.cpp", "    state_.there = synced.head;",
     "    state_.there = place_of(own.head());"),
    ("a command is decided once", "command_book.cpp",
     "known != decided_.end()) return known->second;", "known != decided_.end()) decided_.erase(known);"),
    ("a command of another run is not decided", "command_book.cpp",
     "if (asked.command.run != run_) return", "if (run_.empty()) return"),
    ("what a former run took is known", "command_book.cpp",
     "    for (auto& [id, seq] : taken) decided_.emplace(id, seq);", ""),
    ("a command is repeated", "command_sender.cpp", "        messages.emplace_back(one->command);", ""),
    ("a command is answered as it was asked", "command_book.cpp", "LinkAnswer answer{asked.command.session,",
     "LinkAnswer answer{session_,"),
    ("a command that was taken is durable", "command_book.cpp", "    if (seq && *seq > own.head().seq) return std::nullopt;\n",
     ""),
    ("not all that waits goes at once", "command_sender.cpp", "due.resize(most_repeated_at_once);", ""),
    ("no more waits than may", "command_sender.cpp", ">= most_waiting_commands) return std::nullopt;", "== 0) (void)0;"),
    ("a session is a meeting or a drill", "keeper_link.cpp", "courses->front().drill != offer.drill", "false"),
    ("an erased text does not come back", "keeper_link.cpp", "read.contains({one.seq, one.name})", "read.empty()"),
    ("the end comes behind session-closed", "writer_link.cpp", "state_.closed > 0 && state_.there.seq >= state_.closed && !state_",
     "state_.closed > 0 && !state_"),
    ("a foreign line makes no storm", "writer_link.cpp", "        doubt({LinkCode::Gap, {}, setup_.session}, own, out, now);",
     "        offer(own, out, now);"),
    ("a short fork does not hide that more is there", "writer_link.cpp",
     " || (best > 0 && courses[best].head.seq < state_.offered.seq);", ";"),
    ("one device writes a session", "hub_writers.cpp", "    if (other != 0 && other != id) {", "    if (other == id) {"),
    ("a device has one connection", "hub_greeting.cpp", "                close(other, {LinkCode::Replaced}, now);",
     "                (void)other;"),
    ("a device that is not paired any more is closed", "keeper_hub.cpp",
     "        if (!devices_.is_paired(connection->device->device)) {", "        if (false) {"),
    ("a key is given when it is stored", "hub_greeting.cpp", "; !added) {", "; !added && added) {"),
    ("a greeting has seven seconds", "keeper_hub.cpp",
     "        if (now - connection->opened_at >= link_silence_ms) close(id, {LinkCode::Silent}, now);\n", ""),
    ("who reads sends no more than may", "keeper_hub.cpp", "!rates_[connection->device->device].take(now)", "false"),
    ("an onlooker gets no texts", "reader_feed.cpp", "    if (!state_->texts) {", "    if (false) {"),
    ("an onlooker may not ask", "hub_readers.cpp",
     "(command && connection.device->role == LinkRole::Onlooker)", "(command && false)"),
    ("a trainer has nothing of meetings", "reader_feed.cpp", "(role_ == LinkRole::Trainer && !drill)", "false"),
    ("an answer goes to who asked", "hub_writers.cpp", "        if (connection->device->device == answer.device) send(",
     "        send("),
    ("what was erased goes from the screens", "hub_readers.cpp", "        connection->reader->drop_all();\n", ""),
    ("what is of another course is not gone on with", "reader_feed.cpp", "if (hash != sent_.hash) is_stale_ = true;",
     "if (!hash && sent_.hash.empty()) is_stale_ = true;"),
    ("an erasure that is owed is told until it is done", "erasure_telling.cpp",
     "if (erased.code || !told_.contains(erased.id)) return {};", "if (!told_.contains(erased.id)) return {};"),
    ("who is far behind gets one message at a time", "reader_feed.cpp", "    is_full_ = last < head.seq;\n", ""),
    ("a text is there before its line", "service/keep/course_folder.cpp", "    if (!texts.empty()) {", "    if (texts.size() > 9) {"),
    ("a text whose line did not come goes", "service/keep/course_folder.cpp",
     "return !read.empty() && read.begin()->first.first <= head_.seq;", "return !read.empty();"),
    ("each line is synced by itself", "service/keep/course_folder.cpp", "writer_->append(one.payload));",
     "(one.payload.empty() ? writer_->append(one.payload) : Result<Position>(maker.made())));"),
    ("a folder is of another device from the first", "service/keep/course_folder.cpp",
     "    RETURN_IF_ERROR(write_new_file(files, aside / origin_name, write_session_origin(origin)));\n", ""),
    ("a session of this device's own is left alone", "service/keep/course_folder.cpp",
     "    RETURN_IF_ERROR(refuse_own(files, folder));\n", ""),
    ("what was pulled away is not there", "service/keep/kept_folders.cpp", "return one->look().has_value();", "return one != nullptr;"),
    ("after a failure the disk is read anew", "service/keep/kept_folders.cpp",
     "    if (!added) opened_.erase(place.session);\n", ""),
    ("the names of erased texts are kept", "service/keep/kept_folders.cpp",
     "    if (is_new) RETURN_IF_ERROR(notes_.keep(session, std::move(notes)));\n", ""),
    ("who wrote is told of what was erased", "service/keep/kept_folders.cpp",
     "    notes.writers.push_back(place.device);\n", ""),
    ("a pairing that is ended elsewhere ends", "service/keep/device_file.cpp", "*now != seen_ || !entries_", "!seen_ || !entries_"),
    ("a list that others can change lets nobody in", "service/keep/device_file.cpp", "if (others_may_use(path_)) {", "if (path_.empty()) {"),
    ("a device of another version uses up no code", "pairing.cpp",
     "    if (auto why = other_version(pair.protocols)) return tl::unexpected(*std::move(why));\n", ""),
]
SKIPPED = 77


def run(command, folder):
    return subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)


def tried(mutant, source, build, work):
    """Empty where the tests find it; else why not."""
    _, name, old, new = mutant
    is_of_the_disk = name.startswith("service/keep/")
    original = source / "src" / (name if is_of_the_disk else f"link/{name}")
    tests = "keep_tests" if is_of_the_disk else "link_tests"
    # What the search through all orders does not have, the keeper's own tests must find.
    of_the_hub = name.startswith("hub_") or name in ("keeper_hub.cpp", "reader_feed.cpp", "erasure_telling.cpp")
    chosen = "*" if is_of_the_disk else "Hub*" if of_the_hub else "-RandomRounds*"
    text = original.read_text(encoding="utf-8")
    if text.count(old) != 1:
        return f"expected the text once in {name}"
    changed, made, program = work / original.name, work / "mutant.o", work / "tests"
    changed.write_text(text.replace(old, new), encoding="utf-8")
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    compiled = next(one["command"] for one in commands if pathlib.Path(one["file"]) == original)
    compiled = compiled.rpartition(" -o ")[0].replace("-Werror", "-w") + f" -o {shlex.quote(str(made))} -c {shlex.quote(str(changed))}"
    linked = run(f"ninja -t commands {tests}", build).stdout.strip().splitlines()[-1]
    # The first that has a name is taken: the file before the library that it is of.
    linked = linked.replace(f" -o tests/{tests.removesuffix('_tests')}/{tests}", f" {shlex.quote(str(made))} -o {shlex.quote(str(program))}")
    for command in (compiled, linked):
        done = run(command, build)
        if done.returncode != 0:
            return f"it was not built: {done.stderr[-1500:]}"
    found = run(f"{shlex.quote(str(program))} --gtest_fail_fast --gtest_filter={chosen}", work)
    return "" if found.returncode == 1 else f"no test finds it (status {found.returncode})"


def main():
    source, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    chosen = [int(number) for number in sys.argv[3:]]
    if not chosen and os.environ.get("HAMER_TEST_LONG") != "1":
        print("skipped: HAMER_TEST_LONG is not 1")
        return SKIPPED
    left = 0
    with tempfile.TemporaryDirectory(prefix="hamer-mutants-") as folder:
        for number, mutant in enumerate(MUTANTS):
            if chosen and number not in chosen:
                continue
            why_not = tried(mutant, source, build, pathlib.Path(folder))
            left += bool(why_not)
            print(f"{number}. {mutant[0]}: {why_not or 'found'}", flush=True)
    return 1 if left else 0


sys.exit(main())
