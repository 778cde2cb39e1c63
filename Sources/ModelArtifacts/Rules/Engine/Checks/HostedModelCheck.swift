/// Looks at what lies below the prefix of a multi-model endpoint, but for folder markers.
package protocol HostedModelCheck: Check {
    func check(model path: Span<UInt8>, size: Int64?, isArchive: Bool, _ context: CheckContext)
}

extension HostedModelCheck {
    package static var concernsManyModels: Bool { true }
    package var hostedModelCheck: (any HostedModelCheck)? { self }
}
