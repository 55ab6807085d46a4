// What kind of thing failed, for the sentence that a person reads. An Error carries one; who makes it knows which.
#pragma once

#include "base/text.h"

#include <vector>

namespace hamer {

enum class Trouble {
    Unnamed,  // nothing better is known: the sentence follows from the error's ErrorKind
    // files and folders
    NotThere,
    NoRights,
    NoSpace,
    Disk,
    NotAFile,
    InUse,
    NoLocks,  // the file system has none
    Unsupported,
    TooLarge,
    NotPrivate,
    // what is in them
    NotText,
    NotJson,
    WrongShape,
    OtherVersion,
    Damaged,
    // the program and what it works with
    PartMissing,
    ProgramFailed,
    NoWindow,
    // the register
    WrongAddress,
    NotReachable,
    TakesNoWrites,  // a server that copies another
    NotLetIn,
    ServerBusy,
    ServerFailed,
    InDoubt,
    TimedOut,
    Pooler,
    ForeignRegister,
    OtherTables,
    SavedByOther,
    OtherOffice,
    // deliveries
    DeliveryPutOff,
    DeliveryRefused,
    // what was asked for
    UnknownName,
    WrongInput,
    NotNow,
    Stopped,  // by the person who asked for it
};

// What is wrong and what to do about it: two short texts without a full stop; the advice may be empty.
struct TroubleWords {
    Trouble trouble;
    LocalText problem;
    LocalText advice;
};
[[nodiscard]] const std::vector<TroubleWords>& all_trouble_words();
[[nodiscard]] const TroubleWords& trouble_words(Trouble trouble);

}  // namespace hamer
