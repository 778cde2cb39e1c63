/// A file whose ETag is wanted.
package struct ETagRequest: Sendable {
    /// How the file is uploaded, and the size in bytes that it must turn out to have.
    package let plan: PartPlan
    /// Opens the file, when its first part is read, on whatever thread does that. After an error it may be called again.
    package let open: @Sendable () throws(ArtifactError) -> any RandomAccessFile

    /// Describes a file.
    package init(plan: PartPlan, open: @escaping @Sendable () throws(ArtifactError) -> any RandomAccessFile) {
        self.plan = plan
        self.open = open
    }
}
