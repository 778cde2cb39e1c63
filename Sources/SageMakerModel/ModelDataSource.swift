/// The `ModelDataSource` block of a container in a `CreateModel` request.
public struct ModelDataSource: Hashable, Sendable {
}
