; What the installer says. Without accents where a console may show it: it has an alphabet of its own.
!macro Say NAME DUTCH ENGLISH
  LangString ${NAME} ${LANG_DUTCH} "${DUTCH}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!define Say `!insertmacro Say`

${Say} Where "Hamer ${VERSION} komt in deze map, $ForWhom. Sluit Hamer eerst als het open is." \
             "Hamer ${VERSION} is put in this folder, $ForWhom. Close Hamer first if it is open."
${Say} ForYou "voor u alleen" "for you alone"
${Say} ForAll "voor alle gebruikers van deze computer" "for all users of this computer"
${Say} Done "Hamer staat op deze computer" "Hamer is on this computer"
${Say} DoneText "U vindt Hamer in het menu Start.$\r$\n$\r$\nVoor de beheerder: zie docs\windows.md in$\r$\n$INSTDIR" \
                "You find Hamer in the Start menu.$\r$\n$\r$\nFor the administrator: see docs\windows.md in$\r$\n$INSTDIR"
${Say} About "Voor de voorzitter van een raadsvergadering die wordt verstoord" "For the chair of a council meeting that is disrupted"
${Say} DataStays "Hamer wordt van deze computer gehaald. De vergaderingen en dossiers blijven staan: bij elke gebruiker in %LOCALAPPDATA%\Hamer. Die wist u zelf, als het mag." \
                 "Hamer is taken off this computer. The meetings and records stay: with each user, in %LOCALAPPDATA%\Hamer. You erase those yourself, if you may."
${Say} TooOld "Hamer heeft Windows 10 versie 1903 of nieuwer nodig. Werk Windows eerst bij." \
              "Hamer needs Windows 10 version 1903 or later. Update Windows first."
${Say} BothScopes "/AllUsers en /CurrentUser gaan niet samen. Kies er een." "/AllUsers and /CurrentUser exclude each other. Choose one."
${Say} NoRights "Voor alle gebruikers installeren of verwijderen kan alleen een beheerder. Klik met rechts op het bestand en kies Als administrator uitvoeren." \
                "Only an administrator can install or remove it for all users. Right-click the file and choose Run as administrator."
${Say} IsForAll "Hamer staat al op deze computer voor alle gebruikers, in $Found. Het staat in het menu Start. Een nieuwe versie installeert de beheerder: klik met rechts en kies Als administrator uitvoeren." \
                "Hamer is on this computer for all users already, in $Found. It is in the Start menu. The administrator installs a new version: right-click and choose Run as administrator."
${Say} IsElsewhere "Hamer staat al in $Found. Kies die map, of verwijder Hamer daar eerst." \
                   "Hamer is in $Found already. Choose that folder, or remove Hamer there first."
${Say} NotEmpty "In $INSTDIR staan bestanden die niet van Hamer zijn. Kies een nieuwe of lege map." \
                "There are files in $INSTDIR that are not of Hamer. Choose a new or empty folder."
${Say} IsOpen "Hamer is open. Sluit Hamer, ook bij andere gebruikers van deze computer. Er is niets veranderd." \
              "Hamer is open. Close it, with other users of this computer too. Nothing was changed."
${Say} IsBusy "Een andere installatie van Hamer is bezig op deze computer. Wacht tot die klaar is. Er is niets veranderd." \
              "Another setup of Hamer is at work on this computer. Wait until it is done. Nothing was changed."
${Say} IsNewer "Op deze computer staat Hamer $Found; dit is de oudere versie ${VERSION}. Die kan misschien niet lezen wat de nieuwere bewaarde." \
               "Hamer $Found is on this computer; this is the older version ${VERSION}. It may not be able to read what the newer one stored."
${Say} Downgrade "Toch de oudere versie installeren?" "Install the older version all the same?"
${Say} HowDowngrade "Met /Downgrade gaat het door." "/Downgrade goes on all the same."
${Say} NotWritten "Niet alles kon in $INSTDIR worden geschreven. Maak ruimte, of kies een map waarin u mag schrijven. Wat er stond, staat er nog." \
                  "Not all of it could be written in $INSTDIR. Make room, or choose a folder in which you may write. What was there still is."
${Say} NotMoved "Dit bestand kon niet worden vervangen: $INSTDIR\$Failed. Sluit wat het open heeft en probeer het opnieuw. Wat er stond, staat er nog." \
                "This file could not be replaced: $INSTDIR\$Failed. Close what has it open, and try again. What was there still is."
${Say} NotPutBack "De vorige versie kon niet heel worden teruggezet, door dit bestand: $Stuck. Sluit wat het open heeft en start de installatie opnieuw: die maakt het af. Haal in $INSTDIR niets weg." \
                  "The former version could not be put back whole, because of this file: $Stuck. Close what has it open, and start the setup again: it finishes the work. Take nothing away in $INSTDIR."
${Say} NotRemoved "Dit bestand kon niet worden verwijderd: $INSTDIR\$Failed. Sluit wat het open heeft en verwijder Hamer opnieuw." \
                  "This file could not be removed: $INSTDIR\$Failed. Close what has it open, and remove Hamer again."
${Say} NoList "In $INSTDIR ontbreekt installed.txt, de lijst van wat is geinstalleerd. Installeer Hamer daar opnieuw, en verwijder het dan." \
              "In $INSTDIR there is no installed.txt, the list of what was installed. Install Hamer there again, then remove it."
