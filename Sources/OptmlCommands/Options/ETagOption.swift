import ArgumentParser
import ModelArtifacts

/// Which ETag a block is to name.
enum ETagOption: ExpressibleByArgument, Hashable, Sendable {
    /// What the uploader will give the object.
    case predict
    /// None.
    case none
    /// This one.
    case value(String)

    init?(argument: String) {
        switch argument {
        case "predict": self = .predict
        case "none": self = .none
        case "": return nil
        default:
            guard let text = ByteArguments.decode(argument).string else { return nil }
            self = .value(ETag(text).text)
        }
    }
}
