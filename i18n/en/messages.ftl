# Messages : écrits, suivis, répondus, résumés. / Messages: written, followed, answered, summarised.
space-report = Report a problem or an incident
subject-incident = Report an incident: an error that counted, a leak, a harm
subject-incident-short = Incident
contact-answer = You will get a number and a word: they open the answer, without account or address.
contact-no-person = Speak of the use and of what happened, and name nobody.
thanks-word = Your word:
thanks-keep = Keep both: they will not be shown again, and they open the answer.
error-414 = This address is too long
error-414-hint = Shorten the search or take filters away.
error-429 = Too many messages at once
error-429-hint = Wait a minute and try again. Nothing was stored.
error-too-often = Too many searches in a short time
error-too-often-hint = Wait a few seconds, then try again. To read the whole register, there are the open data and the API.
message-read-only = You read this message to act fast, if data or security are touched. The lead answers and follows it.
follow-title = Follow a message
follow-lede = Type the number and the word you got when you wrote: you will read where your message stands, and its answer.
follow-privacy = The word is kept nowhere as it is. This page sets no cookie and is not kept in memory.
follow-number = Number
follow-number-hint = For example M-1A2B3C4D.
follow-word = Word
follow-word-hint = Five groups of four letters. Dashes do not count.
follow-send = Read
follow-fault-title = Nothing to read
follow-nothing = No message bears this number with this word. Check both. If they are right, the message is too old and was erased.
follow-received = Received. Nobody is looking at it yet.
follow-open = Somebody is looking at it.
follow-answered = An answer is here.
follow-closed = Finished.
follow-public = A summary of it was made public, with nothing of you.
reports-title = What was reported
reports-lede = Problems and incidents reported on uses of AI, and what came of them.
reports-list = Public summaries
reports-reserve = Each summary is a text of its own: never the words of whoever wrote, never a person. Not everything gives a summary.
reports-none = No summary was made public.
messages-title = Messages
messages-lede = Questions, problems and incidents reported. Nothing is sent: whoever wrote comes back to read, with their number and word.
messages-received = { $count ->
    [one] Received (1)
   *[other] Received ({ $count })
  }
messages-open = Being looked at ({ $count })
messages-closed = Closed ({ $count })
messages-retention = Retention
messages-kept = A message is kept { $days } days after it is closed, then erased.
messages-over = { $count ->
    [one] One message is past its time.
   *[other] { $count } messages are past their time.
  }
messages-purge = Erase them
message-stands-received = Received
message-stands-open = Being looked at
message-stands-answered = Answered, to be closed
message-stands-closed = Closed
message-age = { $days ->
    [0] today
    [one] one day ago
   *[other] { $days } days ago
  }
message-arrived = Received { $age }
message-written = What is written
message-names-in-body = The text may name a person. Take it up neither in the answer nor in the summary.
message-received-on = Received on
message-reply-to = Address left
message-how-read = How the answer will be read
message-word-given = With the number and the word given on sending.
message-word-missing = This message is older than the words: answer at the address left, if there is one.
message-not-given = Not told
message-take-up = Take it up
message-reopen = Open again
message-answer = Answer
message-answer-why = It is read with the number and the word. Nothing is sent: if an address was left, write there too from your own mail.
message-answered-on = Answered on { $date }
message-answer-text = Your answer
message-answer-hint = 5,000 characters at most. Sign with your function.
message-answer-send = Save the answer
message-no-answer = Write the answer.
message-record = Record concerned
message-record-open = Open the file
message-record-label = Reference
message-record-hint = For example VAL-006. Empty the field to detach it.
message-record-send = Link
message-no-such-record = No record here bears this reference.
message-public = Public summary
message-public-why = Optional. Tell the use, what happened and what came of it: never a person, never the words of the message.
message-public-since = Public since { $date }:
message-public-text = What everybody will read
message-public-hint = 600 characters at most. Empty the field to show nothing any more.
message-public-send = Save the summary
message-end = End
message-close = Close
message-erase = Erase
message-erase-label = Erase the message and every version of it. The public summary, if there is one, stays.
message-erase-sure = Tick the box if you want to erase it: there is no way back.
message-erase-closed-only = The message is not closed: close it first.
message-breach = If personal data got out, were lost or damaged: tell the data protection officer at once. The authority has 72 hours at most, from when it knows, to notify the supervisory authority, unless a risk to people is unlikely (GDPR, article 33).
