"""What the computations of the plans share: reading CSV, exact arithmetic, dates, places and grades.

Every figure is a Fraction or an int. Written from the meaning of the language, in plain loops, and slow.
"""

import csv
import datetime
import os
from fractions import Fraction

DAY = datetime.timedelta(days=1)


# Data: a dictionary of tables, each a list of rows, each a dictionary of texts.


def read(folder):
    data = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv"):
            with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
                data[name[: -len(".csv")]] = list(csv.DictReader(file))
    return data


def write(folder, data, columns):
    os.makedirs(folder, exist_ok=True)
    for table, rows in data.items():
        with open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns[table], restval="", extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def headings(folder, tables):
    result = {}
    for table in tables:
        with open(os.path.join(folder, table + ".csv"), encoding="utf-8-sig", newline="") as file:
            result[table] = next(csv.reader(file))
    return result


def number(text, default=None):
    if text == "" and default is not None:
        return Fraction(default)
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def yes(text, default="否"):
    return {"是": True, "否": False}[text or default]


def date(text):
    return datetime.date.fromisoformat(text)


def month(text):
    """A month as a number that grows by one each month."""
    year, month_ = text.replace("年", "-").replace("月", "").split("-")
    return int(year) * 12 + int(month_) - 1


def by(rows, *columns):
    """Rows by the values of one column, or of several as a tuple."""
    result = {}
    for row in rows:
        key = tuple(row[column] for column in columns)
        result.setdefault(key if len(columns) > 1 else key[0], []).append(row)
    return result


# Numbers


def rounded(value, decimals=2, how="四舍五入"):
    scaled = Fraction(value) * 10**decimals
    size = abs(scaled)
    whole, rest = size.numerator // size.denominator, size % 1
    if how == "四舍五入":
        whole += rest >= Fraction(1, 2)
    elif how == "五成双":
        whole += rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    elif how == "进一":
        whole += rest > 0
    else:
        assert how == "去尾"
    return Fraction(-whole if scaled < 0 else whole, 10**decimals)


def within(value, low, high=None):
    value = max(value, low)
    return value if high is None else min(value, high)


def total(values):
    return sum(values, Fraction(0))


def mean(values):
    values = list(values)
    return total(values) / len(values) if values else None


def trimmed(values, top, bottom):
    """The values without so many of the highest and of the lowest."""
    ordered = sorted(values)
    return ordered[bottom : len(ordered) - top]


def place(value, values, lowest_first=False):
    """1, 2, 2, 4: one more than there are better ones."""
    return 1 + sum(1 for other in values if (other < value if lowest_first else other > value))


# Dates


def later(day, months):
    """The same day so many months later, the last of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month_ = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month_ + 1, min(day.day, last))
        except ValueError:
            pass


def months_between(start, end):
    """Months completed from start to end, which must not lie before it, and the days left over."""
    count = 0
    while later(start, count + 1) <= end:
        count += 1
    return count, (end - later(start, count)).days


def years_between(start, end):
    """Years completed; below 0 when end lies before start."""
    if end < start:
        return -years_between(end, start)
    return months_between(start, end)[0] // 12


def united(spans):
    """Spans of days, both ends in them, as unbroken pieces."""
    pieces = []
    for start, end in sorted(spans):
        if pieces and start <= pieces[-1][1] + DAY:
            pieces[-1][1] = max(pieces[-1][1], end)
        else:
            pieces.append([start, end])
    return pieces


def overlap(span, other):
    start, end = max(span[0], other[0]), min(span[1], other[1])
    return [(start, end)] if start <= end else []


def days_of(spans):
    return sum((end - start).days + 1 for start, end in united(spans))


def years_of(spans):
    months = days = 0
    for start, end in united(spans):
        more, rest = months_between(start, end + DAY)
        months, days = months + more, days + rest
    return (months + days // 30) // 12


# Grades


class Grade:
    """A grade: seats (a number, or the rest, or none), a threshold, and seats kept for it from all above."""

    def __init__(self, name, seats=None, rest=False, threshold=None, kept=0):
        self.name, self.seats, self.rest, self.threshold, self.kept = name, seats, rest, threshold, kept


def grade(people, grades, score, then=None, ties="全部入选", fixed=None, base="全体", barred=None, passed=None):
    """The grade of each person of one group.

    score and then give a person's keys; fixed has those who are placed outside the seats. barred and passed have, by grade,
    the people who may not have it: the seat of the first stays empty, that of the second passes on to the next in line.
    Seats are whole already.
    """
    fixed, barred, passed = fixed or {}, barred or {}, passed or {}
    waiting = [person for person in people if person not in fixed]
    in_line = len(waiting)
    size = len(people) if base == "全体" else in_line
    result = {person: fixed[person] for person in people if person in fixed}

    def key(person):
        return (score(person), then(person) if then else 0)

    so_far, placed = 0, 0
    for index, row in enumerate(grades):
        following = grades[index + 1 :]
        if index == len(grades) - 1:
            limit = None
        elif row.rest:
            so_far = size - sum(other.seats or 0 for other in following)
            limit = so_far
        elif row.seats is not None:
            so_far += row.seats
            limit = so_far
        else:
            limit = None
        # So many in line are left for the grades below: the seats kept there, less the people placed there.
        kept, there, needed = 0, [], 0
        for other in reversed(following):
            kept += other.kept
            there.append(other.name)
            needed = max(needed, kept - sum(1 for name in fixed.values() if name in there))
        if needed:
            limit = in_line - needed if limit is None else min(limit, in_line - needed)
        line = [person for person in waiting if person not in passed.get(row.name, ())]
        won = []
        for person in line:
            if ties == "全部入选":
                ahead = sum(1 for other in line if key(other) > key(person)) + 1
            else:
                ahead = sum(1 for other in line if key(other) >= key(person))
            if person in barred.get(row.name, ()):
                continue
            if row.threshold is not None and score(person) < row.threshold:
                continue
            if limit is None or placed + ahead <= limit:
                won.append(person)
        for person in won:
            result[person] = row.name
        placed += len(won)
        waiting = [person for person in waiting if person not in result]
    assert not waiting
    return result


# Cells as the program writes them


def score(value, decimals=2):
    scaled = Fraction(value) * 10**decimals
    assert scaled.denominator == 1, value
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    return ("-" if scaled < 0 else "") + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def exact(value):
    """A finite decimal, or p/q."""
    value = Fraction(value)
    for decimals in range(60):
        if (value * 10**decimals).denominator == 1:
            return score(value, decimals)
    return f"{value.numerator}/{value.denominator}"


def word(condition):
    return "是" if condition else "否"
