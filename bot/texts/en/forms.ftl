# Forms, on platforms that have them: the same questions as one after the other, in few words. A field's second line stands smaller
# below the first. At most 45 characters for a title or a first line, 100 for a second. The rules in common.ftl hold here.

form-open = Answer it all at once
form-talk = Before I ask volunteers
form-book = A time to talk
form-apply = About you

field-topics = What would you like to talk about?
field-language = Which language would you like to talk in?
field-form = How would you like to talk?
field-note = { $platform ->
        [discord] Anything practical to know?
    No health details here, please: Discord can read them. Leave out names and addresses.
       *[other] Anything the volunteer should know?
    I pass it on. Leave out names and addresses.
    }
field-when = When would you like to talk?
    As you would say it, such as: on Thursday at 10:30
field-length = How long would you like to talk?
field-whom = Shall I first ask the one from last time?
    Neither of you is told who the other is. If they cannot, I ask others.
field-languages = Which languages can you talk in?
field-forms = How would you like to talk to people?
