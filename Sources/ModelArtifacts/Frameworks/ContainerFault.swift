/// Something for which a container will not serve the model, or will serve another one than is meant.
package struct ContainerFault: Hashable, Sendable {
    /// What it is: the id of the rule that speaks of it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case missingModelConfig = "missing-model-config"
        case missingTokenizer = "missing-tokenizer"
        case missingWeights = "missing-weights"
        case missingInferenceScript = "missing-inference-script"
        case invalidInferenceScript = "invalid-inference-script"
        case missingProgramVariable = "missing-program-variable"
        case unknownTask = "unknown-task"
        case notTorchScript = "not-torchscript"
        case outdatedImage = "outdated-image"
        case outdatedModelFormat = "outdated-model-format"
        case noSavedModel = "no-saved-model"
        case severalSavedModels = "several-saved-models"
        case ignoredRequirements = "ignored-requirements"
        case brokenRequirements = "broken-requirements"
        case tritonModelAtTop = "triton-model-at-top"
        case tritonAmbiguousModel = "triton-ambiguous-model"
        case tritonNoVersion = "triton-no-version"
        case tritonNameMismatch = "triton-name-mismatch"
        case tritonNoModelFile = "triton-no-model-file"
        case lmiModelID = "lmi-model-id"
        case lmiSeveralModels = "lmi-several-models"
        case marNotUnpacked = "mar-not-unpacked"
        case artifactNotUsed = "artifact-not-used"
        case xgboostEstimator = "xgboost-estimator"
        case xgboostExtraFile = "xgboost-extra-file"
        case conflictingWeights = "conflicting-weights"
        case refusedSetting = "refused-setting"
        case modelIDNotOfHub = "model-id-not-of-hub"
    }

    /// How much it matters, where that is not what the rule says.
    package enum Gravity: Hashable, Sendable { case error, warning, note }

    package let kind: Kind
    /// Where, below the model directory; nil for the model as a whole.
    package let path: ByteString?
    package let message: String
    package let help: String?
    package let gravity: Gravity?

    /// The same in one of many models, of which only SageMaker knows where it is unpacked.
    func inOneOfMany() -> ContainerFault {
        func moved(_ text: String) -> String {
            text.replacing("\(ModelDirectory.path)", with: "/opt/ml/models/…/model")
        }
        return ContainerFault(kind, at: path, moved(message), help: help.map(moved), gravity: gravity)
    }

    package init(
        _ kind: Kind, at path: ByteString? = nil, _ message: String, help: String? = nil, gravity: Gravity? = nil
    ) {
        self.kind = kind
        self.path = path
        self.message = message
        self.help = help
        self.gravity = gravity
    }
}
