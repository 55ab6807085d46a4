#include "base/trouble.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace hamer {

namespace {

using Words = std::vector<TroubleWords>;

// Files and folders; and first what has no better name.
Words of_files() {
    return {
        {Trouble::Unnamed, {"dit is niet gelukt", "this failed"}, {}},
        {Trouble::NotThere,
         {"dit is er niet", "this is not there"},
         {"Controleer de naam, en of de schijf of het netwerk er is",
          "Check the name, and that the disk or the network is there"}},
        {Trouble::NoRights,
         {"u mag dit niet openen of wijzigen", "you may not open or change this"},
         {"Vraag de beheerder om rechten op het bestand en de map",
          "Ask the administrator for rights on the file and its folder"}},
        {Trouble::NoSpace, {"de schijf is vol", "the disk is full"}, {"Maak ruimte vrij", "Free some space"}},
        {Trouble::Disk,
         {"de schijf gaf een fout", "the disk failed"},
         {"Controleer de schijf en de verbinding ermee", "Check the disk and its connection"}},
        {Trouble::NotAFile,
         {"dit is niet het bestand of de map die Hamer verwacht", "this is not the file or folder that Hamer expects"},
         {"Controleer de naam", "Check the name"}},
        {Trouble::InUse,
         {"een ander programma is hiermee bezig", "another program is using this"},
         {"Sluit dat programma, of probeer het zo nog eens", "Close that program, or try again"}},
        {Trouble::NoLocks,
         {"deze schijf of netwerkmap kan bestanden niet op slot doen", "this disk or share cannot lock files"},
         {"Kies een map op een schijf van deze computer, of een register op een server",
          "Choose a folder on a disk of this machine, or a register on a server"}},
        {Trouble::Unsupported,
         {"deze schijf of netwerkmap kan dit niet", "this disk or share cannot do this"},
         {"Kies een map op een schijf van deze computer", "Choose a folder on a disk of this machine"}},
        {Trouble::TooLarge,
         {"dit bestand is te groot", "this file is too large"},
         {"Controleer of dit het goede bestand is", "Check that it is the right file"}},
        {Trouble::NotPrivate,
         {"anderen op deze computer kunnen hierbij", "others on this machine can get at this"},
         {"Zorg dat alleen u het mag lezen en wijzigen", "See that only you may read and change it"}},
    };
}

// What is in them.
Words of_contents() {
    return {
        {Trouble::NotText,
         {"dit is geen tekst in UTF-8", "this is not text in UTF-8"},
         {"Sla het bestand op als UTF-8", "Save it as UTF-8"}},
        {Trouble::NotJson,
         {"dit is geen geldige JSON", "this is not valid JSON"},
         {"Verbeter het bestand op die plaats", "Mend the file there"}},
        {Trouble::WrongShape,
         {"hier staat iets anders dan Hamer verwacht", "this is not what Hamer expects here"},
         {"Verbeter het bestand op die plaats", "Mend the file there"}},
        {Trouble::OtherVersion,
         {"dit is gemaakt voor een andere versie van Hamer", "this was made for another version of Hamer"},
         {"Gebruik een nieuwere Hamer", "Use a newer Hamer"}},
        {Trouble::Damaged,
         {"dit is beschadigd", "this is damaged"},
         {"Laat het staan zoals het is, en zoek een kopie die heel is",
          "Leave it as it is, and look for a whole copy"}},
    };
}

// The program and what it works with.
Words of_program() {
    return {
        {Trouble::PartMissing,
         {"een deel van Hamer ontbreekt of past niet", "a part of Hamer is missing or does not fit"},
         {"Sluit Hamer en start opnieuw. Helpt dat niet, installeer Hamer dan opnieuw",
          "Close Hamer and start it again; if that does not help, install it again"}},
        {Trouble::ProgramFailed,
         {"een ander programma werkte niet", "another program failed"},
         {"Kijk of dat programma er is en mag starten", "See that it is there and may be run"}},
        {Trouble::NoWindow,
         {"Hamer kan hier geen beeld maken", "Hamer cannot draw here"},
         {"Start Hamer op een computer met een scherm", "Start Hamer on a computer with a screen"}},
    };
}

Words of_the_register() {
    return {
        {Trouble::WrongAddress,
         {"dit is geen plaats voor een register", "this is no place for a register"},
         {"Verbeter de plaats van het register in de instellingen", "Mend the register's place in the settings"}},
        {Trouble::NotReachable,
         {"de server is niet te bereiken", "the server cannot be reached"},
         {"Controleer het netwerk, het adres en of de server aanstaat",
          "Check the network, the address, and that the server runs"}},
        {Trouble::TakesNoWrites,
         {"deze server kopieert een andere en neemt zelf niets aan",
          "this server copies another one and takes nothing itself"},
         {"Noem in de instellingen beide servers, met target_session_attrs=read-write",
          "Name both servers in the settings, with target_session_attrs=read-write"}},
        {Trouble::NotLetIn,
         {"de server liet u niet binnen", "the server did not let you in"},
         {"Controleer de gebruiker, het wachtwoord en de naam van de database",
          "Check the user, the password and the name of the database"}},
        {Trouble::ServerBusy,
         {"de server heeft het te druk", "the server has too much to do"},
         {"Probeer het zo nog eens", "Try again in a moment"}},
        {Trouble::ServerFailed,
         {"er ging iets mis in de server", "something went wrong in the server"},
         {"Laat de beheerder in het logboek van de server kijken", "Let the administrator look into the server's log"}},
        {Trouble::InDoubt,
         {"dit staat op de ene server, en misschien nog niet op de andere",
          "this is on one server, and perhaps not yet on the other"},
         {"Bewaar het straks nog eens, en laat de beheerder naar de tweede server kijken",
          "Save it again later, and let the administrator look at the second server"}},
        {Trouble::TimedOut,
         {"het duurde te lang", "it took too long"},
         {"Probeer het zo nog eens", "Try again in a moment"}},
        {Trouble::Pooler,
         {"een programma tussen Hamer en de server wisselt steeds van verbinding",
          "a program between Hamer and the server changes the link all the time"},
         {"Laat het één verbinding per sessie houden: pool_mode = session in pgbouncer",
          "Let it keep one link for a session: pool_mode = session in pgbouncer"}},
        {Trouble::ForeignRegister,
         {"dit is geen register van Hamer", "this is no register of Hamer"},
         {"Kies een andere plaats voor het register", "Name another place for the register"}},
        {Trouble::OtherTables,
         {"de tabellen van het register zijn niet zoals Hamer ze maakte",
          "the register's tables are not as Hamer made them"},
         {"Bewaar het register zoals het is, en laat de beheerder een kopie terugzetten",
          "Keep the register as it is, and let the administrator put back a copy"}},
        {Trouble::SavedByOther,
         {"iemand anders heeft dit dossier intussen bewaard", "somebody else saved this record meanwhile"},
         {"Open het dossier opnieuw en vul aan wat nog ontbreekt", "Look at it again, and add what is still missing"}},
        {Trouble::OtherOffice,
         {"dit dossier hoort bij een ander ambt dan het uwe", "this record is of another reporting line than yours"},
         {"Vraag wie dat ambt bijstaat, of vraag de beheerder om die rol",
          "Ask whoever keeps that line, or let the administrator give you its role"}},
    };
}

Words of_deliveries() {
    return {
        {Trouble::DeliveryPutOff,
         {"de ontvanger kon dit nu niet aannemen", "the receiver could not take this now"},
         {"Hamer probeert het straks zelf opnieuw", "Hamer tries again by itself"}},
        {Trouble::DeliveryRefused,
         {"de ontvanger weigerde dit", "the receiver refused this"},
         {"Vraag de ontvanger waarom, en lever het daarna opnieuw af",
          "Ask the receiver why, and deliver it again after that"}},
    };
}

// What a person asked for.
Words of_requests() {
    return {
        {Trouble::UnknownName,
         {"dit kan Hamer niet vinden", "Hamer cannot find this"},
         {"Controleer de naam", "Check the name"}},
        {Trouble::WrongInput,
         {"dit begrijpt Hamer niet", "Hamer does not understand this"},
         {"Kijk met --help hoe het moet", "See --help for how it is written"}},
        {Trouble::NotNow, {"dit kan nu niet", "this cannot be done now"}, {}},
        {Trouble::Stopped, {"hiermee is gestopt", "this was stopped"}, {}},
    };
}

}  // namespace

const std::vector<TroubleWords>& all_trouble_words() {
    // In the order of Trouble; a test holds it so.
    static const Words words = [] {
        Words all;
        for (Words& some :
             std::array{of_files(), of_contents(), of_program(), of_the_register(), of_deliveries(), of_requests()}) {
            std::move(some.begin(), some.end(), std::back_inserter(all));
        }
        return all;
    }();
    return words;
}

const TroubleWords& trouble_words(Trouble trouble) { return all_trouble_words()[static_cast<std::size_t>(trouble)]; }

}  // namespace hamer
