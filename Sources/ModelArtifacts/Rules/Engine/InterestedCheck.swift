/// Who has an interest in names, and in which: those of files, and those of directories.
enum InterestedCheck {
    case gatherer(ModelFileGatherer, files: NameInterest, directories: NameInterest)
    case name(any NameCheck, files: NameInterest, directories: NameInterest)
    case layout(any LayoutCheck, files: NameInterest, directories: NameInterest)
    /// What is gathered of the files of a model for those that look at all of them in the end.
    case weights(WeightFiles)

    /// A check as often as it has interests in names.
    static func all(of check: any Check) -> [InterestedCheck] {
        var interested: [InterestedCheck] = []
        if let check = check.nameCheck {
            let kind = type(of: check)
            interested.append(.name(check, files: kind.interest, directories: kind.directories))
        }
        if let check = check.layoutCheck {
            let kind = type(of: check)
            interested.append(.layout(check, files: kind.interest, directories: kind.directories))
        }
        return interested.filter { !$0.files.isNone || !$0.directories.isNone }
    }

    var files: NameInterest {
        switch self {
        case .gatherer(_, let files, _), .name(_, let files, _), .layout(_, let files, _): files
        case .weights: WeightFiles.interest
        }
    }

    var directories: NameInterest {
        switch self {
        case .gatherer(_, _, let directories), .name(_, _, let directories), .layout(_, _, let directories): directories
        case .weights: .none
        }
    }
}
