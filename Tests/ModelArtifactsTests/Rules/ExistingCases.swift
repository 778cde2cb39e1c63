@testable import ModelArtifacts

extension RuleCase {
    private static let stale = ExistingObject(path: "old", size: 1, fate: .stale)
    private static func overwritten(_ difference: ExistingObject.Difference, etag: ETag? = nil) -> Artifact {
        .upload(over: ExistingObject(path: "weights", size: 1, etag: etag, fate: .overwritten(difference)))
    }

    static let existing: [RuleCase] = [
        .bad("stale-object", "left over", .upload(over: stale)),
        .good("stale-object", "replaced", overwritten(.unknown)),
        .good("stale-object", "nothing there", .upload()),
        .bad("overwrites-object", "another size", overwritten(.size(2))),
        .bad("overwrites-object", "another ETag", overwritten(.etag(ETag("b")), etag: ETag("a"))),
        .bad("overwrites-object", "other parts", overwritten(.otherETag, etag: ETag("a"))),
        .bad("overwrites-object", "unknown", overwritten(.unknown)),
        .good("overwrites-object", "left over", .upload(over: stale)),
        .good("overwrites-object", "nothing there", .upload()),
    ]
}
