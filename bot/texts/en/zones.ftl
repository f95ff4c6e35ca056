# The clock somebody's times are told by. The rules of common.ftl hold here.

zone-now = I tell you times by the clock of { $place }. There it is { $clock }. If yours is another, write it with a city or a country: **time zone London**, **time zone Denmark**, or **time zone GMT+2**.
zone-set =
    From now on I tell you times by the clock of { $place }, and understand yours by it. There it is { $clock }.{ $fixed ->
        [yes] {" "}This clock knows no summer time. If yours does, write a city instead.
       *[other] {""}
    } What is agreed stays at the moment it was agreed for; only the clock I tell it by is another.
    { $agreed ->
        [nothing] {""}
       *[other] { $agreed }
    }
zone-which = { $surely ->
        [yes] They have more than one clock there. Which is yours? If it is none of these, write a city: **time zone London**.
       *[other] I know no place of exactly that name, so I have changed nothing. Did you mean one of these? Otherwise write a large city near you, or the country.
    }
zone-unknown = I do not know that place, so I have changed nothing. Write a large city with the same clock, the country, or how far it is from Greenwich: **time zone London**, **time zone Denmark**, **time zone GMT+2**.
zone-shifts = Your shifts are not moved: they are kept by the clock of { $place }, where you told them. Shall it stay so, or should they be at the same hours by your new clock?
zone-shifts-stay = Then they stay where they were. When you tell all of them anew (**shifts**), they go by your new clock.
