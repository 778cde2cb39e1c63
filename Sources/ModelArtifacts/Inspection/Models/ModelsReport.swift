/// What was found of the models of a listing.
public struct ModelsReport: Sendable {
    /// The listing as given.
    public let location: ByteString
    /// The place that was looked at.
    public let s3URI: ByteString
    /// How far rules could look into the contents: of a listing, there are names and sizes alone.
    public let contents = ContentReach.none
    /// The models, in the order of their prefixes.
    public internal(set) var models: [ModelReport]
    /// Keys of the listing that belong to no model.
    public internal(set) var outside: Int
    /// What is to be said of the whole: of keys that belong to no model.
    public internal(set) var findings: [Finding] = []

    /// The sums of all models, and the findings on the whole.
    public var summary: InspectionReport.Summary {
        var sum = InspectionReport.Summary()
        for model in models {
            sum.objects += model.summary.objects
            sum.files += model.summary.files
            sum.directories += model.summary.directories
            sum.bytes = sum.bytes.addingClamped(model.summary.bytes)
            sum.unknownSizes += model.summary.unknownSizes
            sum.errors += model.summary.errors
            sum.warnings += model.summary.warnings
            sum.notes += model.summary.notes
            sum.ignored += model.summary.ignored
        }
        for finding in findings {
            switch finding.severity {
            case .error: sum.errors += 1
            case .warning: sum.warnings += 1
            case .note: sum.notes += 1
            }
        }
        return sum
    }
}
