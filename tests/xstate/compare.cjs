// The same walks in Hamer and in XState v5: the same events accepted, the same states after each.
//
//     node compare.cjs MACHINE_WALKS SOURCE_DIR
//
// First Leiden's procedure, then procedures made up at random, with nested guards, several transitions for one event
// events that raise events that raise events, and internal ones that are never sent. Exit status 77: there is no XState here, and nothing was compared.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const [walks, source] = process.argv.slice(2);
const long = process.env.HAMER_TEST_LONG === "1";
const seed = 62025;

// HAMER_XSTATE names XState's folder, or one that has it in node_modules; else it is where Node finds it.
function find_xstate() {
  const given = process.env.HAMER_XSTATE;
  try {
    return require(given ? require.resolve("xstate", { paths: [given] }) : "xstate");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    console.log("skipped: XState is missing. ./dev test --xstate installs it in build/xstate and compares with it;");
    console.log("or set HAMER_XSTATE to a folder that has xstate 5 in its node_modules (npm install xstate@5)");
    process.exit(77);
  }
}
const { createMachine, stateIn, not, and, or, raise, initialTransition, transition } = find_xstate();

// A procedure's regions are a machine as they stand; its guards and actions are given the functions that they name.
function guard_of(guard) {
  switch (guard.type) {
    case "in": {
      const [region, state] = guard.params.state.split(".");
      return stateIn({ [region]: state });
    }
    case "not":
      return not(guard_of(guard.guard));
    case "and":
      return and(guard.guards.map(guard_of));
    case "or":
      return or(guard.guards.map(guard_of));
  }
  throw new Error(`unknown guard ${guard.type}`);
}

function machine_of(regions) {
  const copy = structuredClone(regions);
  for (const region of Object.values(copy)) {
    for (const state of Object.values(region.states)) {
      for (const transitions of Object.values(state.on ?? {})) {
        for (const each of transitions) {
          if (each.guard) each.guard = guard_of(each.guard);
          if (each.actions) each.actions = each.actions.map((action) => raise({ type: action.params.event }));
        }
      }
    }
  }
  return createMachine({ id: "procedure", type: "parallel", states: copy });
}

// Follows the lines of machine_walks; gives how many steps there were, and stops at the first that differs.
function compare(file, regions, steps, length, walk_seed) {
  const machine = machine_of(regions);
  const names = Object.keys(regions);
  const shown = (snapshot) => names.map((name) => snapshot.value[name]).join(" ");
  const lines = execFileSync(walks, [file, String(walk_seed), String(steps), String(length)], { encoding: "utf8", maxBuffer: 1 << 28 });
  let snapshot;
  let walked = [];
  const count = { steps: 0, accepted: 0 };
  for (const line of lines.trimEnd().split("\n")) {
    const [event, verdict, ...states] = line.startsWith("begin ") ? ["begin", "", ...line.slice(6).split(" ")] : line.split(" ");
    let accepted = true;
    if (event === "begin") {
      [snapshot] = initialTransition(machine);
      walked = [];
    } else {
      // Not snapshot.can(): it passes over a transition without a target and without actions, which records a step.
      accepted = machine.getTransitionData(snapshot, { type: event }).length > 0;
      [snapshot] = transition(machine, snapshot, { type: event });
      walked.push(event);
      count.steps += 1;
      count.accepted += accepted ? 1 : 0;
    }
    const expected = event === "begin" ? "" : accepted ? "accepted" : "refused";
    if (verdict === expected && states.join(" ") === shown(snapshot)) continue;
    console.log(`${file}, seed ${walk_seed}: after ${walked.join(" ")}`);
    console.log(`  Hamer:  ${verdict} ${states.join(" ")}`);
    console.log(`  XState: ${expected} ${shown(snapshot)}`);
    process.exit(1);
  }
  return count;
}

// A small generator of its own, so that a seed gives the same procedures on every machine (mulberry32).
function random_from(start) {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const text = (words) => ({ nl: words, en: words });

function made_up(number) {
  const random = random_from(seed + number);
  const chance = (one_in) => random(one_in) === 0;
  const events = Array.from({ length: 3 + random(6) }, (_, i) => `e${i}`);
  const shape = Array.from({ length: 1 + random(4) }, () => 1 + random(4));
  const state_name = (region) => `r${region}.s${random(shape[region])}`;
  const guard = (depth) => {
    const kind = depth === 0 ? 0 : random(4);
    if (kind === 0) return { type: "in", params: { state: state_name(random(shape.length)) } };
    if (kind === 1) return { type: "not", guard: guard(depth - 1) };
    return { type: kind === 2 ? "and" : "or", guards: Array.from({ length: random(4) }, () => guard(depth - 1)) };
  };
  const transition = (region, event) => {
    const made = {};
    if (!chance(4)) made.target = `s${random(shape[region])}`;
    if (chance(2)) made.guard = guard(3);
    // Three tiers of events, each raising later ones: raises that never end are refused by Hamer (as are more than 64 in
    // one step) and followed for ever by XState.
    const tier = Math.floor((event * 3) / events.length);
    const later = events.filter((_, other) => Math.floor((other * 3) / events.length) > tier);
    if (later.length > 0 && chance(2)) {
      const raised = Array.from({ length: tier === 0 ? 1 + random(2) : 1 }, () => later[random(later.length)]);
      made.actions = raised.map((name) => ({ type: "raise", params: { event: name } }));
    }
    return made;
  };
  const regions = {};
  shape.forEach((states, region) => {
    const made = { initial: `s${random(states)}`, meta: { label: text("r") }, states: {} };
    for (let state = 0; state < states; ++state) {
      const on = {};
      events.forEach((name, event) => {
        if (!chance(2)) on[name] = Array.from({ length: 1 + random(3) }, () => transition(region, event));
      });
      made.states[`s${state}`] = { meta: { label: text("s") }, on };
    }
    regions[`r${region}`] = made;
  });
  return {
    format: 1,
    id: "made-up",
    revision: 1,
    title: text("t"),
    sources: { 1: { title: text("t"), text: text("t") } },
    regions,
    // Of those that others can raise some are internal.
    events: Object.fromEntries(
      events.map((name, i) => [name, { label: text(name), tone: "normal", source: "1", internal: i * 3 >= events.length && chance(3) }]),
    ),
    guide: [],
    properties: [],
  };
}

const file = path.join(source, "config/procedures/leiden-2025.json");
const leiden = compare(file, JSON.parse(fs.readFileSync(file, "utf8")).regions, long ? 1000000 : 100000, 200, seed);
console.log(`Leiden: ${leiden.steps} steps, ${leiden.accepted} of them accepted, the same in both`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hamer-xstate-"));
try {
  const procedures = long ? 3000 : 300;
  const sum = { steps: 0, accepted: 0 };
  for (let number = 0; number < procedures; ++number) {
    const procedure = made_up(number);
    const made = path.join(folder, `made-up-${number}.json`);
    fs.writeFileSync(made, JSON.stringify(procedure));
    const count = compare(made, procedure.regions, 200, 50, number);
    sum.steps += count.steps;
    sum.accepted += count.accepted;
    fs.rmSync(made);
  }
  console.log(`${procedures} procedures made up: ${sum.steps} steps, ${sum.accepted} of them accepted, the same in both`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
