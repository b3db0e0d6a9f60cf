"""Phrases that speak for a stage, for recruiting as such, or for everyday mail that looks like it.

They are inputs of the model, which has learnt how much each label weighs; none of them decides alone. Matched by whole tokens, in lower
case, in subject and newly written text.
"""

# ruff: noqa: E501 - tables of words, a row a class

from __future__ import annotations

from typing import Final

CUES: Final[dict[str, tuple[str, ...]]] = {
    "outreach": (
        "came across your profile", "came across your background", "came across your cv", "found your profile",
        "saw your profile", "your profile caught", "your background caught", "reaching out", "reach out to you", "open to new opportunities",
        "open to a chat", "open to hearing", "open to exploring", "are you looking", "are you still looking", "on the lookout",
        "exciting opportunity", "new opportunity", "would you be interested", "might be of interest", "be of interest to you",
        "i'm recruiting for", "i am recruiting for", "we are looking for", "we're looking for", "is looking for a", "my client", "our client",
        "on behalf of", "a role that", "great fit for", "a good match for", "thought of you", "think you'd be", "your experience with",
        "passive", "confidential search", "we're hiring", "we are hiring", "building out", "currently hiring", "quick chat about",
        "your current situation", "notice period", "day rate", "outside ir35", "inside ir35", "contract role", "permanent role",
        "looking to hire", "know anyone", "join our team as", "contract position", "w2", "corp to corp", "c2c", "immediate joiner", "current ctc",
        "expected ctc",
    ),
    "applied": (
        "received your application", "application received", "thank you for applying", "thanks for applying", "your application for",
        "your application to", "application has been submitted", "application was sent", "successfully submitted", "thank you for your application",
        "thank you for your interest in", "review your application", "reviewing your application", "application is under review",
        "has been received", "submitted your cv", "sent your cv", "put you forward", "submitted your profile", "shared your profile",
        "forwarded your cv", "passed your cv", "i would like to apply", "i'd like to apply", "i am applying", "applying for the",
        "please find attached my cv", "attached my resume", "attached is my cv", "attached my cv", "my application for", "cover letter",
        "right to represent", "represent you", "consider my application", "confirmation of your application",
    ),
    "screening": (
        "introductory call", "intro call", "initial call", "initial chat", "phone screen", "phone screening", "screening call", "first call",
        "quick call", "exploratory call", "exploratory chat", "recruiter call", "call with me", "a brief call", "have a call", "schedule a call",
        "good to speak", "great speaking", "nice talking", "nice speaking", "when we spoke", "our call", "our chat", "prescreen", "pre-screen",
        "discovery call", "a short call", "informal chat", "first conversation", "initial conversation", "give you a ring", "give you a call",
        "jump on a call", "hop on a call", "get to know you", "intro chat",
    ),
    "assessment": (
        "coding challenge", "coding test", "take-home", "take home", "technical test", "online assessment", "online test", "skills test",
        "complete the assessment", "complete the test", "assessment link", "case study", "code test", "aptitude test", "psychometric",
        "questionnaire", "hackerrank", "codility", "codesignal", "testgorilla", "the exercise", "technical exercise", "technical task",
        "home assignment", "the assignment", "the challenge", "video questions", "one-way video", "recorded video", "work sample", "personality test",
        "numerical reasoning", "my solution", "submit your solution", "time limit", "situational judgement", "sample task", "written exercise",
    ),
    "interview": (
        "interview with", "invite you to an interview", "invite you for an interview", "invited to interview", "an interview with", "technical interview",
        "second interview", "final interview", "first interview", "onsite interview", "panel interview", "interview panel", "final round",
        "second round", "first round", "next round", "second stage", "final stage", "next stage", "meet the team", "meet with our", "meet our",
        "speak with our", "come in and meet", "come into the office", "on-site", "onsite", "hiring manager would like", "would like to meet you",
        "would love to meet", "interview confirmation", "your interview", "the interview", "pairing session", "system design", "face to face",
        "face-to-face", "interview is confirmed", "interview slot", "interview schedule", "interviewers", "meeting you", "head of", "the founders",
    ),
    "offer": (
        "offer letter", "job offer", "an offer", "the offer", "formal offer", "verbal offer", "pleased to offer", "delighted to offer",
        "happy to offer", "like to offer you", "offer you the", "offer of employment", "employment contract", "your contract", "contract of employment",
        "written contract", "starting salary", "start date", "base salary", "signing bonus", "sign-on bonus", "compensation package", "background check",
        "reference check", "references", "referees", "pre-employment", "compensation", "welcome aboard", "want you on the team", "join us as",
        "contract to sign", "equity", "vesting", "right to work", "stock options",
    ),
    "accepted": (
        "accept the offer", "accept your offer", "accepting the offer", "accept this offer", "happy to accept", "delighted to accept",
        "pleased to accept", "signed contract", "signed the contract", "signed offer", "signed copy", "first day", "onboarding", "looking forward to joining",
        "excited to join", "welcome to the team", "welcome on board", "before you start", "your start on", "count me in", "it's a yes", "i accept",
    ),
    "rejected": (
        "unfortunately", "we regret", "regret to inform", "not be moving forward", "not moving forward", "not to move forward", "not to proceed",
        "not be progressing", "not progress", "not to progress", "won't be progressing", "decided not to", "other candidates", "another candidate",
        "other applicants", "not been successful", "unsuccessful", "not successful", "not selected", "not been selected", "not shortlisted",
        "position has been filled", "role has been filled", "filled the role", "filled internally", "moving forward with", "proceed with other",
        "more closely match", "closer match", "not the right fit", "not a fit", "not a match", "on this occasion", "wish you every success", "wish you all the best",
        "best of luck with your search", "luck in your search", "keep your details", "keep your cv on file", "keep your resume on file", "future opportunities",
        "future openings", "strong applicants", "high volume of applications", "high number of applications", "difficult decision", "gone with someone",
        "went with someone", "going in a different direction", "different direction", "pass on your", "no longer under consideration", "no longer being considered",
        "unable to offer", "not able to offer", "rescind", "withdraw the offer", "withdraw our offer", "closed the position",
    ),
    "withdrawn": (
        "withdraw my application", "withdraw from the process", "withdraw my candidacy", "withdrawing my application", "withdraw from", "withdrawing from",
        "decline the offer", "decline your offer", "declining the offer", "decline this", "respectfully decline", "politely decline", "accepted another",
        "accepted a different", "taken another", "another offer", "accepted an offer", "no longer interested", "not interested", "not looking", "not for me",
        "staying where i am", "stay with my current", "stay in my current", "take myself out", "step back from", "pull out", "remove me from consideration",
        "decided to stay", "not pursue", "not the right time", "happy where i am", "pass on this",
    ),
    "on_hold": (
        "on hold", "put on hold", "hiring freeze", "headcount freeze", "paused", "pausing", "on pause", "pause the", "pause on", "budget approval",
        "budget is", "restructuring", "reorganisation", "reorganization", "reopen", "pick this up again", "pick this back up", "pick it up again", "next quarter",
        "headcount", "frozen", "revisit", "until further notice", "delayed", "postponed until", "new financial year", "come back to you when",
    ),
    "update": (
        "any update", "any news", "any feedback", "following up", "checking in", "touching base", "status of my application", "heard back", "waiting for feedback",
        "keep you posted", "as soon as i hear", "still waiting", "feedback from",
    ),
    "recruiting": (
        "hiring manager", "recruiter", "recruitment consultant", "talent acquisition", "talent partner", "talent team", "candidate", "job description", "job spec",
        "the role", "this role", "the position", "this position", "your cv", "your resume", "updated cv", "updated resume", "availability for", "your availability",
        "salary expectations", "the hiring team", "people team", "recruiting team", "recruitment team", "your application", "the vacancy", "my cv", "my resume",
        "interview", "your candidacy", "next steps in the process", "hiring process", "interview process", "recruitment process",
    ),
    "everyday_alert": (
        "jobs for you", "new jobs", "job alert", "job alerts", "recommended jobs", "jobs matching", "matching your search", "jobs you may", "view all jobs", "see all jobs",
        "similar jobs", "your daily", "weekly digest", "your saved search", "recommended for you", "edit this alert", "manage alerts", "apply now", "easy apply",
        "people viewed your profile", "appeared in", "profile views", "complete your profile", "reset your password", "password reset", "verify your email", "how likely are you",
        "take our survey", "short survey", "rate your experience",
    ),
    "everyday_bulk": (
        "unsubscribe", "view in browser", "manage preferences", "email preferences", "privacy policy", "all rights reserved", "you are receiving this", "you're receiving this",
        "special offer", "limited time", "discount", "% off", "free trial", "register now", "sign up now", "webinar", "masterclass", "bootcamp", "enrol", "course",
        "newsletter", "read more", "read the full", "this week's", "subscribe", "promo code", "sponsored", "land your dream job", "resume writing", "cv writing",
        "ace your interview", "interview tips",
    ),
    "everyday_other": (
        "loan application", "your loan", "mortgage", "visa application", "visa appointment", "tenancy", "rental application", "the flat", "the apartment", "landlord", "viewing",
        "your order", "your invoice", "delivery", "your subscription", "tuition", "admission", "scholarship", "the school", "call for papers", "your paper", "camera-ready",
        "journalist", "podcast", "our product", "a demo", "demo of", "your team", "your company", "purchase", "quote for", "proposal for", "insurance", "claim", "doctor", "appointment at",
        "credit card", "premium", "playdate", "dating", "volunteer", "grant application", "we have shortlisted candidates", "candidates for our", "scorecard", "interview feedback form",
        "your interview panel", "hiring for our", "payroll", "annual leave", "appraisal", "performance review", "benefits enrolment", "western union", "gift card", "telegram", "whatsapp",
        "wire transfer", "processing fee", "kindly",
    ),
}  # fmt: skip
