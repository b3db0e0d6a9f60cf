"""Figures of a search: courses, how the other side answers and keeps its promises, how far things went, week by week.

Pure functions over findings. Every figure is defined in the docstring that makes it; `ENOUGH` and `ENOUGH_FOR_SHARES`
say from how many cases on it says anything.
"""

from inbox_watch.core.figures.answering import ENOUGH, Answering, answering, organisations
from inbox_watch.core.figures.course import Course, Event, Lane, course_of
from inbox_watch.core.figures.pledges import Kept, Pledge
from inbox_watch.core.figures.search import ENOUGH_FOR_SHARES, Search, Silences, Week, search

__all__ = [
    "ENOUGH",
    "ENOUGH_FOR_SHARES",
    "Answering",
    "Course",
    "Event",
    "Kept",
    "Lane",
    "Pledge",
    "Search",
    "Silences",
    "Week",
    "answering",
    "course_of",
    "organisations",
    "search",
]
