import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import SageMakerModel

/// What the library says of the resources of AWS Controllers for Kubernetes is what their definitions say, the names of a version
/// of which lie in `testdata`.
@Suite struct KubernetesSchemaTests {
    private struct File: Decodable {
        let version: String
        let kinds: [String: Kind]
    }

    private struct Kind: Decodable {
        let required: [String]
        let structures: [String: [String]]
    }

    @Test func everyResourceHasItsNamesAndNoOther() throws {
        let data = try Data(contentsOf: Checkout.testdata.appending(path: "schemas/ack-sagemaker.json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        let resources = Operation.all.compactMap(\.kubernetes)
        #expect(Set(resources.map(\.type.description)) == Set(file.kinds.keys))
        for resource in resources {
            let kind = try #require(file.kinds[resource.type.description])
            var seen: Set<String> = []
            Self.compare(resource.structure, kind, &seen)
            #expect(seen == Set(kind.structures.keys))
            let names = resource.structure.members.filter(\.isRequired).map {
                KubernetesNames.name(of: $0.name).description
            }
            #expect(Set(kind.required).isSubset(of: names), "\(names)")
        }
    }

    private static func compare(_ structure: Structure, _ kind: Kind, _ seen: inout Set<String>) {
        guard seen.insert(structure.name).inserted else { return }
        let names = structure.members.map { KubernetesNames.name(of: $0.name).description }
        #expect(Set(names) == Set(kind.structures[structure.name] ?? []), "\(structure.name)")
        for member in structure.members {
            var shape = member.shape
            while case .list(let element, _) = shape { shape = element }
            if case .structure(let inner) = shape { compare(inner, kind, &seen) }
        }
    }
}
