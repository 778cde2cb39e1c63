/// The titles of the sections that options have in the help of commands.
enum HelpSection {
    static let source = "Source"
    static let listing = "Listing of keys"
    static let filter = "Files to leave out"
    static let bucket = "Access to S3"
    static let existing = "What S3 holds already"
    static let channels = "Channels"
    static let container = "Container"
    static let rules = "Rules and configuration"
    static let upload = "Upload, which decides on ETags"
    static let output = "Output"
    static let archive = "Archive"
    static let request = "Request"
    static let modelData = "Model data"
    static let comparison = "Comparison"
    static let table = "Table of keys"
    static let artifact = "Artifact of the request"
}
