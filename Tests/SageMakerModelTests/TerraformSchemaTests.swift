import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import SageMakerModel

/// What the library says of Terraform's resources is what the schema of the provider says, a version of which lies in `testdata`.
@Suite struct TerraformSchemaTests {
    private struct File: Decodable {
        let version: String
        let resource_schemas: [String: Resource]
    }

    private struct Resource: Decodable {
        let block: Block
    }

    private struct Block: Decodable {
        let attributes: [String: Attribute]
        let block_types: [String: Nested]?
    }

    private struct Attribute: Decodable {
        let required: Bool?
        let optional: Bool?
    }

    private struct Nested: Decodable {
        let block: Block
        let min_items: Int?
    }

    /// What a resource has beside the request.
    private static let own: Set<String> = ["id", "region", "tags_all"]
    /// What the service model of the tests does not know yet.
    private static let later: Set<String> = ["deployment_config", "container_metrics_config"]

    private static func schemas() throws -> File {
        let data = try Data(contentsOf: Checkout.testdata.appending(path: "schemas/terraform-aws.json"))
        return try JSONDecoder().decode(File.self, from: data)
    }

    @Test func everyResourceHasItsArgumentsAndNoOther() throws {
        let schemas = try Self.schemas()
        let resources = Operation.all.compactMap(\.terraform)
        #expect(Set(resources.map(\.type.description)) == Set(schemas.resource_schemas.keys))
        for resource in resources {
            let schema = try #require(schemas.resource_schemas[resource.type.description])
            Self.compare(resource.structure, schema.block, isOutermost: true)
        }
    }

    private static func compare(_ structure: Structure, _ block: Block, isOutermost: Bool = false) {
        // What is only computed, nobody gives.
        let attributes = block.attributes.filter { name, attribute in
            (attribute.required ?? attribute.optional ?? false) && !(isOutermost && own.contains(name))
        }
        let blocks = (block.block_types ?? [:]).filter { !later.contains($0.key) }
        let required = Set(attributes.filter { $0.value.required ?? false }.keys)
            .union(blocks.filter { $0.value.min_items ?? 0 > 0 }.keys)
        let name = { (member: Structure.Member) in TerraformValues.name(of: member.name, in: structure).description }
        #expect(Set(structure.members.map(name)) == Set(attributes.keys).union(blocks.keys), "\(structure.name)")
        #expect(Set(structure.members.filter(\.isRequired).map(name)) == required, "\(structure.name)")
        for member in structure.members {
            var shape = member.shape
            while case .list(let element, _) = shape { shape = element }
            guard case .structure(let inner) = shape, let nested = blocks[name(member)] else { continue }
            compare(inner, nested.block)
        }
    }
}
