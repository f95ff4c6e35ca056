# Det ur, man får tider efter. Reglerne i common.ftl gælder her.

zone-now = Jeg skriver tider til dig efter uret i { $place }. Der er det { $clock }. Har du et andet, så skriv det med en by eller et land: **tidszone London**, **tidszone Danmark** eller **tidszone GMT+2**.
zone-set =
    Fra nu af skriver jeg tider til dig efter uret i { $place } og forstår dine efter det. Der er det { $clock }.{ $fixed ->
        [yes] {" "}Det ur kender ikke sommertid. Gør dit, så skriv en by i stedet.
       *[other] {""}
    } Det, der er aftalt, bliver på det tidspunkt, det blev aftalt til; kun uret, jeg skriver det efter, er et andet.
    { $agreed ->
        [nothing] {""}
       *[other] { $agreed }
    }
zone-which = { $surely ->
        [yes] De har mere end ét ur der. Hvilket er dit? Er det ingen af dem, så skriv en by: **tidszone London**.
       *[other] Jeg kender ikke noget sted, der hedder præcis det, så jeg har ikke ændret noget. Mente du et af disse? Ellers skriv en stor by i nærheden eller landet.
    }
zone-unknown = Det sted kender jeg ikke, så jeg har ikke ændret noget. Skriv en stor by med samme ur, landet, eller hvor langt det er fra Greenwich: **tidszone London**, **tidszone Danmark**, **tidszone GMT+2**.
zone-shifts = Dine vagter flyttes ikke: de følger uret i { $place }, hvor du skrev dem. Skal det blive sådan, eller skal de ligge på de samme klokkeslæt efter dit nye ur?
zone-shifts-stay = Så bliver de, hvor de var. Når du skriver dem alle på ny (**vagtplan**), følger de dit nye ur.
