/// Who has an interest in names, and in which: those of files, and those of directories.
struct InterestedCheck {
    /// Who is told of them. Apart from the rest, since that is for the beginning, and this is copied with every call.
    enum Receiver {
        case gatherer(ModelFileGatherer)
        case name(any NameCheck)
        case layout(any LayoutCheck)
        /// What is gathered of the files of a model for those that look at all of them in the end.
        case weights(WeightFiles)
    }

    let receiver: Receiver
    let files: NameInterest
    let directories: NameInterest

    /// A check as often as it has interests in names.
    static func all(of check: any Check) -> [InterestedCheck] {
        var interested: [InterestedCheck] = []
        if let check = check.nameCheck {
            let kind = type(of: check)
            interested.append(
                InterestedCheck(receiver: .name(check), files: kind.interest, directories: kind.directories))
        }
        if let check = check.layoutCheck {
            let kind = type(of: check)
            interested.append(
                InterestedCheck(receiver: .layout(check), files: kind.interest, directories: kind.directories))
        }
        return interested.filter { !$0.files.isNone || !$0.directories.isNone }
    }
}
