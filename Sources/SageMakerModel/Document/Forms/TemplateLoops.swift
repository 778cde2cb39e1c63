import ModelArtifacts

/// Finds the resources of a CloudFormation template, those among them that loops make (`Fn::ForEach`).
///
/// The body of a loop is a resource in which nobody knows the variable; and where the elements stand in the template, it is one for
/// each of them too. Of the elements that a parameter gives, nothing is known.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
struct TemplateLoops {
    /// The longest variable and element, in bytes: both make logical IDs, which have at most 255.
    private static let longestName = 255
    /// The most values that the resources of all loops hold together. A template makes up to 500 resources, of some 20 values.
    private static let mostValues = 50_000

    /// How many values the resources of loops hold together.
    private(set) var added = 0

    private struct Loop {
        let variable: ByteString
        /// The elements; nil if they are not known.
        let elements: [ByteString]?
        let body: RequestValue

        /// The body with an element in the place of the variable; nil for one that is not known.
        func filled(with element: ByteString?) -> RequestValue {
            RequestValue(LoopBody(variable, element).members(of: body.node), path: body.path)
        }
    }

    /// The resources of the section `Resources`.
    mutating func resources(in section: RequestValue) -> [TemplateResource] {
        var resources: [TemplateResource] = []
        for (member, value) in section.members {
            guard let loop = Self.loop(member.name, value) else {
                resources.append(TemplateResource(name: member.name, value: value))
                continue
            }
            var bodies = Self.bodies(of: loop)
            let places = Dictionary(bodies.indices.map { (bodies[$0].value.path, $0) }) { first, _ in first }
            for instance in instances(of: loop, []) {
                if let place = places[instance.value.path] { bodies[place].instances.append(instance) }
            }
            resources += bodies
        }
        return resources
    }

    /// What a loop makes its resources of, whatever its variable is.
    private static func bodies(of loop: Loop) -> [TemplateResource] {
        loop.filled(with: nil).members.flatMap { member, value in
            Self.loop(member.name, value).map(bodies) ?? [TemplateResource(name: member.name, value: value)]
        }
    }

    /// The resources that a loop makes.
    ///
    /// - Parameter outer: the elements of the loops around it.
    private mutating func instances(of loop: Loop, _ outer: [Circumstance.Value]) -> [TemplateResource] {
        guard let elements = loop.elements else { return instances(in: loop.filled(with: nil), outer) }
        let size = CloudFormationConditions.count(loop.body.node)
        var found: [TemplateResource] = []
        for element in elements {
            guard added + size <= Self.mostValues else { break }
            added += size
            found += instances(
                in: loop.filled(with: element), outer + [Circumstance.Value(name: loop.variable, text: element)])
        }
        return found
    }

    private mutating func instances(in body: RequestValue, _ values: [Circumstance.Value]) -> [TemplateResource] {
        var found: [TemplateResource] = []
        for (member, value) in body.members {
            if let loop = Self.loop(member.name, value) {
                found += instances(of: loop, values)
            } else if !values.isEmpty {
                let name = values.reduce(KnownText([member.name])) { LoopBody($1.name, $1.text).filled($0) }
                found.append(
                    TemplateResource(
                        name: name.shown, value: value,
                        circumstance: Circumstance(values: values, isCertain: true)))
            }
        }
        return found
    }

    private static func loop(_ name: ByteString, _ value: RequestValue) -> Loop? {
        let parts = value.elements
        guard name.hasPrefix("Fn::ForEach::"), parts.count == 3, let variable = parts[0].text,
            variable.count <= longestName
        else { return nil }
        return Loop(variable: variable, elements: elements(of: parts[1].node), body: parts[2])
    }

    private static func elements(of node: JSONNode) -> [ByteString]? {
        guard case .array(let elements) = node.content else { return nil }
        let texts = elements.compactMap { element -> ByteString? in
            switch element.content {
            case .string(let text) where !DynamicReference.isIn(text) && text.count <= longestName: text
            case .number(let digits): digits
            default: nil
            }
        }
        return texts.count == elements.count ? texts : nil
    }
}
