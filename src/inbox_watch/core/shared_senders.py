"""Domains that many organisations send from: they say what kind of mail this is, never who the employer is.

An applicant tracking system, a job board, a scheduler or a free-mail provider writes for thousands of employers.
Taking the company from such a domain is a known fault (one catalogue company swallowed 23 employers' receipts), so
every part of the program that looks at a domain asks here first. It is a help, not a gate: mail of a domain that
isn't listed is read like any other.
"""

from __future__ import annotations

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ATS = _names(
    """
    greenhouse-mail.io greenhouse.io lever.co ashbyhq.com workable.com workablemail.com workday.com myworkday.com
    myworkdayjobs.com smartrecruiters.com teamtailor.com teamtailor-mail.com teamtailormail.com personio.de
    personio.com personio-mail.com recruitee.com recruiteemail.com bamboohr.com jobvite.com icims.com talentbot.com
    taleo.net successfactors.com successfactors.eu sapsf.com sapsf.eu oraclecloud.com breezy.hr breezy-mail.com
    breezyhr.com jazzhr.com jazz.co applytojob.com resumatorapp.com resumator.com applicantstack.com pinpointhq.com
    pinpoint.email comeet.co comeet-notifications.com bullhorn.com bullhornstaffing.com jobadder.com jobadder.email
    zohorecruit.com zohorecruitmail.com eightfold.ai avature.net phenompeople.com beamery.com getro.com rippling.com
    rippling-ats.com dover.com dover.io freshteam.com manatal.com recruitcrm.io crelate.com loxo.co softgarden.de
    softgarden.io rexx-systems.com dvinci.de dvinci-hr.com concludis.de umantis.com prescreen.io onlyfy.io
    onlyfy.jobs join.com heyrecruit.de coveto.de d-vinci.de welcomekit.co tribepad.com tribepad.net eploy.net
    eploy.co.uk networxrecruitment.com trac.jobs jobtrain.co.uk oleeo.com wcn.co.uk vacancy-filler.co.uk
    hireserve.com havaspeople.com peoplehr.com peoplehr.net cezannehr.com webrecruit.co dayforce.com dayforcehcm.com
    ceridian.com adp.com paylocity.com paycomonline.com ultipro.com ukg.com clearcompany.com cornerstoneondemand.com
    csod.com kenexa.com brassring.com silkroad.com hirebridge.com pageuppeople.com livehire.com springboard.com.au
    expr3ss.com elmotalent.com.au scouttalent.com turborecruit.com.au naukrirms.com darwinbox.com darwinbox.in
    keka.com turbohire.co peoplestrong.com ripplehire.com seamlesshiring.com seamlesshr.com homerun.co
    factorialhr.com kenjo.io hibob.com trakstar.com recruiterbox.com hireology.com jobscore.com fountain.com
    paradox.ai sensehq.com grayscaleapp.com trinethire.com jobsoid.com polymer.co wellfound.email hirehive.com
    occupop.com talentlyft.com viterbit.com talentclue.com
    """
)

JOB_BOARD = _names(
    """
    indeed.com indeedemail.com indeedmail.com glassdoor.com ziprecruiter.com monster.com monster.co.uk monster.de
    careerbuilder.com dice.com simplyhired.com totaljobs.com totaljobsmail.co.uk reed.co.uk cv-library.co.uk
    jobsite.co.uk cwjobs.co.uk jobserve.com adzuna.com adzuna.co.uk jooble.org jooble.com talent.com neuvoo.com
    jobrapido.com stepstone.de stepstone.com stepstone.at heyjobs.co xing.de jobware.de kimeta.de arbeitsagentur.de
    jobs.ch jobup.ch seek.com.au seek.co.nz jora.com naukri.com naukrigulf.com foundit.in shine.com timesjobs.com
    iimjobs.com hirist.com hirist.tech instahyre.com cutshort.io internshala.com jobberman.com myjobmag.com
    ngcareers.com brightermonday.com hotnigerianjobs.com otta.com welcometothejungle.com hired.com triplebyte.com
    wellfound.com angel.co angellist.com cord.co cord.com haystackapp.io talent.io honeypot.io weworkremotely.com
    remoteok.com remoteok.io remotive.com flexjobs.com theladders.com efinancialcareers.com jobscan.co builtin.com
    powertofly.com themuse.com idealist.org joinhandshake.com handshake.com workinstartups.com charityjob.co.uk
    jobs.ac.uk infojobs.net apec.fr hellowork.com pracuj.pl jobat.be jobindex.dk finn.no lensa.com snagajob.com
    jobcase.com nexxt.com upwork.com
    """
)

SCHEDULER = _names(
    """
    calendly.com goodtime.io cronofy.com savvycal.com cal.com youcanbook.me doodle.com hubspot-meetings.com
    acuityscheduling.com acuitymail.com appointlet.com oncehub.com scheduleonce.com chilipiper.com koalendar.com
    tidycal.com zcal.co reclaim.ai getclockwise.com simplybook.me setmore.com prelude.co modernloop.io candidate.fyi
    rooster.ai interviewplanner.com vyte.in meetergo.com
    """
)

ASSESSMENT = _names(
    """
    hackerrank.com hackerrankforwork.com codility.com codesignal.com testgorilla.com hackerearth.com coderbyte.com
    coderpad.io coderpad.com qualified.io devskiller.com tests4geeks.com testdome.com mettl.com shl.com
    shlonline.com aonassessment.com cut-e.com talentq.com talentlens.com pymetrics.com pymetrics.ai
    arctic-shores.com arcticshores.com criteriacorp.com wonderlic.com predictiveindex.com thomasinternational.net
    vervoe.com hirevue.com hirevue-app.com sparkhire.com myinterview.com willo.video jobma.com vidcruiter.com
    interviewstream.com harver.com hireselect.com imocha.io glider.ai karat.com byteboard.dev canditech.io bryq.com
    checkr.com goodhire.com sterlingcheck.com hireright.com accurate.com certn.co zinc.work xref.com sapia.ai
    assessfirst.com maki.people makipeople.com capp.co cappfinity.com sova.com sovaassessment.com saville.com
    savilleassessment.com watsonglaser.com testpartnership.com toggl-hire.com adaface.com xobin.com skillsarena.com
    isograd.com dragnet.com.ng dragnetnigeria.com alvalabs.io
    """
)

SOCIAL = _names(
    """
    linkedin.com xing.com facebook.com facebookmail.com twitter.com x.com instagram.com meetup.com
    stackoverflow.email viadeo.com polywork.com
    """
)

FREE_MAIL = _names(
    """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr live.com live.co.uk live.de
    msn.com yahoo.com yahoo.co.uk yahoo.co.in yahoo.in yahoo.de yahoo.fr yahoo.com.au ymail.com rocketmail.com
    aol.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me gmx.de gmx.net gmx.at gmx.ch
    gmx.com web.de freenet.de t-online.de mail.de posteo.de posteo.net mailbox.org tutanota.com tutanota.de tuta.com
    tuta.io fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com inbox.com
    yandex.com yandex.ru mail.ru btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk
    bigpond.com optusnet.com.au rediffmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it
    seznam.cz wp.pl o2.pl onet.pl comcast.net verizon.net att.net sbcglobal.net cox.net shaw.ca rogers.com qq.com
    163.com 126.com naver.com bluewin.ch hushmail.com
    """
)

ESP = _names(
    """
    sendgrid.net mailgun.org mailgun.net amazonses.com mandrillapp.com mailchimpapp.net mcsv.net rsgsv.net
    postmarkapp.com sparkpostmail.com mailjet.com sendinblue.com brevo.com hubspotemail.net hs-send.com
    constantcontact.com ccsend.com campaignmonitor.com createsend.com cmail19.com cmail20.com intercom-mail.com
    customeriomail.com klaviyomail.com exacttarget.com marketo.com mktomail.com pardot.com substack.com beehiiv.com
    convertkit.com convertkit-mail.com mailerlite.com mlsend.com outreach.io docusign.net hellosign.com
    dropboxsign.com typeform.com surveymonkey.com googlegroups.com groups.io
    """
)

_BY_DOMAIN: dict[str, str] = {
    domain: kind
    for kind, domains in (
        ("esp", ESP),
        ("free_mail", FREE_MAIL),
        ("social", SOCIAL),
        ("job_board", JOB_BOARD),
        ("assessment", ASSESSMENT),
        ("scheduler", SCHEDULER),
        ("ats", ATS),
    )
    for domain in domains
}

# One domain, several senders: the local part decides. Pairs of registrable domain and a piece of the local part.
_BY_LOCAL_PART: tuple[tuple[str, str, str], ...] = (
    ("linkedin.com", "jobalert", "job_board"),
    ("linkedin.com", "job-alert", "job_board"),
    ("linkedin.com", "jobs-listings", "job_board"),
    ("linkedin.com", "jobs-noreply", "job_board"),
    ("xing.com", "jobs", "job_board"),
    ("google.com", "calendar-", "scheduler"),
    ("github.com", "notifications", "social"),
    ("zoom.us", "no-reply", "scheduler"),
    ("docusign.com", "dse", "esp"),
)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)


@cache
def registrable_domain(domain: str) -> str:
    """Return the part of a host name that somebody registered (mail.acme.co.uk → acme.co.uk), in lower case.

    A name that is itself a public suffix, or no name at all, comes back as it is. Source: publicsuffix.org, ICANN part.
    """
    name = domain.strip(" .>").lower()[:253]
    if not name or "." not in name:
        return name
    found = str(_suffixes().privatesuffix(name) or name)
    label, _, ending = found.partition(".")
    is_country = len(ending) == 2 or ending in _RESERVED_ENDINGS
    if label in _SECOND_LEVEL and is_country and (rest := name.removesuffix(found).strip(".")):
        return f"{rest.rpartition('.')[2]}.{found}"
    return found


# Under a country that the list doesn't know by these, too, they are registered under: "dunmoor.gov.example".
_SECOND_LEVEL = frozenset({"ac", "co", "edu", "gov", "govt", "nhs", "sch"})
_RESERVED_ENDINGS = frozenset({"example", "test", "invalid"})  # RFC 2606, section 2


def domain_of(address: str) -> str:
    """Return the registrable domain of a mail address; empty where there is none."""
    _, at, host = address.rpartition("@")
    return registrable_domain(host) if at else ""


# Brands under which platforms send from domains of any kind. Only names that are no everyday word nor a firm's.
_PLATFORM_NAMES = _names(
    """
    personio softgarden workday myworkday workable greenhouse smartrecruiters teamtailor recruitee bamboohr jobvite
    icims taleo successfactors jazzhr ashbyhq breezyhr pinpointhq rexxsystems umantis dvinci concludis onlyfy prescreen
    eightfoldai avature tribepad eploy jobtrain oleeo pageuppeople zohorecruit naukrirms darwinbox seamlesshr tracjobs
    """
)


def is_platform_name(name: str) -> bool:
    """Say whether a name is an applicant tracking system's own ("Personio"), which is nobody's employer here."""
    return "".join(c for c in name.lower() if c.isalnum()) in _PLATFORM_NAMES


@lru_cache(maxsize=65_536)
def kind_of(address: str) -> str | None:
    """Return the class of sender that an address belongs to, or None for a domain of one organisation.

    One of ats, job_board, scheduler, assessment, social, free_mail, esp. A bare domain works as well. LinkedIn and kin
    send several sorts of mail from one domain; there the local part decides.
    """
    local, at, host = address.strip().lower().rpartition("@")
    domain = registrable_domain(host)
    if at:
        for shared, piece, kind in _BY_LOCAL_PART:
            if domain == shared and piece in local:
                return kind
    return _BY_DOMAIN.get(domain)


def is_shared(address: str) -> bool:
    """Say whether an address belongs to a domain that many organisations send from."""
    return kind_of(address) is not None
