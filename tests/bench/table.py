"""The figures as a short plain table."""

from typing import Any


def written(part: str, told: dict[str, Any]) -> str:
    """What was measured of one part, a line each."""
    parts = {
        "answers": _answers,
        "durable": _events,
        "reports": _reports,
        "timers": _timers,
        "booking": _booking,
        "visitors": _visitors,
        "discord": _discord,
        "starting": _starting,
        "run": _run,
    }
    return "\n".join(parts[part](told)) + "\n"


def _run(told: dict[str, Any]) -> list[str]:
    return [f"{told['cores']} cores, load {told['load']} before; took {told['took_s']} s"]


def _answers(told: dict[str, Any]) -> list[str]:
    lines = [f"Answers in encrypted chats ({told['rounds']} of each, in turns)"]
    lines.append(f"  {'':26}{'p50':>9}{'p95':>9}{'CPU':>9}   p50 and CPU of echo")
    names = {"echo": "bare nio echo bot", "status": "peerbot: status", "relay": "peerbot: relay"}
    for kind, name in names.items():
        one = told[kind]
        row = f"  {name:26}{one['p50_ms']:6.1f} ms{one['p95_ms']:6.1f} ms{one['cpu_ms']:6.1f} ms"
        if kind != "echo":
            row += f"   × {one['p50_of_echo']:.2f}   × {one['cpu_of_echo']:.2f}"
        lines.append(row)
    return lines


def _events(told: dict[str, Any]) -> list[str]:
    lines = [f"Durable events a second on this disk ({told['events']} of each, in turns)"]
    names = {
        "bare": "bare aiosqlite commits",
        "relay": "relayed message",
        "status": "status",
        "relay_delivered": "relayed and delivered",
    }
    for kind, name in names.items():
        share = told["of_bare"][kind]
        cpu = told["cpu_ms"][kind]
        lines.append(f"  {name:26}{told['per_second'][kind]:9.1f}   × {share:.2f}{cpu:9.2f} ms CPU")
    return lines


def _timers(told: dict[str, Any]) -> list[str]:
    late = told["late"]
    more = round(told["memory_many_mb"] - told["memory_none_mb"], 1)
    return [
        f"{told['pending']} timers that wait",
        f"  a start with none of them {told['start_none_ms']:6} ms {told['memory_none_mb']:6} MB",
        f"  a start with all of them  {told['start_many_ms']:6} ms   + {more} MB",
        f"  {told['at_once']} due at one minute: handled after p50 {late['p50_ms']} ms, "
        f"p95 {late['p95_ms']} ms, the last {told['last_ms']} ms; sent in {told['sent_s']} s more",
    ]


def _booking(told: dict[str, Any]) -> list[str]:
    few, many = told["few"], told["many"]
    return [
        f"One booking, from the yes to the questions put ({told['bookings']} of each)",
        f"  among few volunteers      p50 {few['p50_ms']} ms, p95 {few['p95_ms']} ms",
        f"  among {told['volunteers']:<20}p50 {many['p50_ms']} ms, p95 {many['p95_ms']} ms",
    ]


def _reports(told: dict[str, Any]) -> list[str]:
    lines = [f"A year of {told['steps']} steps and {told['answers']} answers counted, and told"]
    lines.append(f"  counted, once             {told['counted_s']:6} s")
    lines.append(f"  told to a coordinator     {told['told_ms']:6} ms")
    lines.append(f"  memory more at most       {told['memory_mb']:6} MB")
    lines.append(f"  {'a message handled':26}{'p50':>9}{'p95':>9}{'p99':>9}{'most':>9}")
    for kind, name in (("in_peace", "in peace"), ("meanwhile", "while it is counted")):
        one = told[kind]
        row = "".join(f"{one[f'{share}_ms']:6.1f} ms" for share in ("p50", "p95", "p99", "most"))
        lines.append(f"  {name:26}{row}   of {one['messages']}")
    return lines


def _visitors(told: dict[str, Any]) -> list[str]:
    across, acked = told["across"], told["acked"]
    each, later = told["each_open_kb"], told["each_after_kb"]
    lines = [f"{told['visitors']} visitors of our own page, {told['rate']:.0f} messages a second"]
    lines.append(f"  {'':26}{'p50':>9}{'p95':>9}{'p99':>9}   aim")
    for kind, name, aim in ((across, "to the other side", "p95 < 100 ms"), (acked, "taken in", "")):
        row = "".join(f"{kind[f'p{share}_ms']:6.1f} ms" for share in (50, 95, 99))
        lines.append(f"  {name:26}{row}   {aim}".rstrip())
    lines.append(f"  {told['sent']} sent, {told['lost']} lost, {told['twice']} seen twice")
    lines.append(f"  {'CPU':26}{100 * told['cpu_share']:6.0f} % of one core")
    for kind, name in ((each, "a visitor, just open"), (later, "and after all that")):
        rss, pss = _kb(kind["rss"]), _kb(kind["pss"])
        lines.append(f"  {name:26}{rss:>9} RSS{pss:>9} PSS   < 200 kB")
    return lines


def _discord(told: dict[str, Any]) -> list[str]:
    lines = [f"{told['people']} people on Discord write their first words at once"]
    lines.append(f"  {'':26}{'p50':>9}{'p95':>9}{'all':>9}{'CPU':>9}   p50, p95, all of echo")
    for kind, limits in (("free", "no limits"), ("limited", "50 a second")):
        one = told[kind]
        for who, name in (("echo", "bare echo"), ("bot", "peerbot")):
            row = f"  {f'{name}, {limits}':26}{one[who]['p50_ms']:6.0f} ms{one[who]['p95_ms']:6.0f} ms"
            row += f"{one[who]['all_s']:7.1f} s{one[who]['cpu_ms']:6.1f} ms"
            if who == "bot":
                ratios = (one[f"{part}_of_echo"] for part in ("p50", "p95", "all"))
                row += "   " + "  ".join(f"× {ratio:.2f}" for ratio in ratios)
            lines.append(row)
        asked, left = sum(one["requests"].values()), max(one["echo_unanswered"])
        lines.append(
            f"    {one['messages']} messages in {asked} requests, {one['refused']} refused by a limit; "
            f"not answered: {one['unanswered']} people, by the echo {left}"
        )
    for when, name in (("before", "before the crowd"), ("after", "after it")):
        kept = told["memory"][when]
        lines.append(f"  {name:26}{_mb(kept['rss']):>9} RSS{_mb(kept['pss']):>9} PSS")
    return lines


def _starting(told: dict[str, Any]) -> list[str]:
    lines = ["Start and memory"]
    lines.append(f"  process to ready          {told['process_ready_ms']:6} ms")
    lines.append(f"  database that is current  {told['database_current_ms']:6} ms")
    lines.append(f"  first answer, few rooms   {told['first_answer_few_ms']:6} ms")
    if "rooms" in told:
        lines.append(f"  first answer, {told['rooms']:5} rooms {told['first_answer_many_ms']:6} ms")
    memories = {
        "after_start": "after start",
        "rooms_few": "after the answers above",
        "rooms_met": f"{told.get('rooms')} rooms met",
        "rooms_restarted": f"{told.get('rooms')} rooms, restarted",
    }
    for kind, name in memories.items():
        if one := told.get(kind):
            lines.append(f"  {name:26}{_mb(one['rss']):>9} RSS{_mb(one['pss']):>9} PSS")
    return lines


def _kb(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f} kB"


def _mb(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f} MB"
