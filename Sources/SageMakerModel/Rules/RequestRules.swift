public import ModelArtifacts

/// The rules about `ModelDataSource` blocks and requests of `CreateModel`.
public enum RequestRules {
    /// All of them, in the order of their ids.
    public static let rules: [Rule] =
        (modelChecks.map { $0.rule } + valueRules + otherRules).sorted { ByteString($0.id) < ByteString($1.id) }

    /// What looks at several members of a request at once.
    static let modelChecks: [any ModelCheck.Type] = [
        BothContainers.self,
        CacheWithoutMultiModel.self,
        DataURLAndSource.self,
        DataURLNotTarGzip.self,
        DeploymentWithoutSource.self,
        DirectWithoutHostname.self,
        DotChannel.self,
        DoubleSlash.self,
        DuplicateChannel.self,
        DuplicateHostname.self,
        DuplicateTag.self,
        EnvironmentTooLarge.self,
        ETagForm.self,
        ETagOfPrefix.self,
        EULAMissing.self,
        EULARefused.self,
        ForeignARN.self,
        HostnameIgnored.self,
        HostnameMissing.self,
        ImageForm.self,
        ImageInOtherRegion.self,
        ImageNotInECR.self,
        ImageWithoutLabel.self,
        IsolatedDownload.self,
        IsolationUnsupported.self,
        ManifestETagAlone.self,
        MarketplaceEnvironment.self,
        MixedPartitions.self,
        MultiModelArchive.self,
        NameOfResource.self,
        NoContainer.self,
        NoImage.self,
        NoRole.self,
        NothingToServe.self,
        NotMultiModel.self,
        PackageAdditionalSource.self,
        PackageAndImage.self,
        PackageBothNames.self,
        PackageCertified.self,
        PackageSourceURI.self,
        PackageTags.self,
        PackageWithoutName.self,
        PrivateRegistryWithoutVPC.self,
        RegistryAuthWithoutVPC.self,
        RegistryOfOtherRegion.self,
        ReservedTag.self,
        SecretInEnvironment.self,
        ServerlessExclusion.self,
        SeveralMultiModel.self,
        SourceNotTarGzip.self,
        SourceWithMultiModel.self,
        SourceWithoutPlace.self,
        SpecificationWithoutPackage.self,
        TrainingImage.self,
        UnversionedPackage.self,
        VPCIDForm.self,
        VPCIDKind.self,
    ]

    /// Those of them that hold for a container and its data in the request of any operation.
    static let containerChecks: [any ModelCheck.Type] = [
        DataURLAndSource.self, DataURLNotTarGzip.self, DeploymentWithoutSource.self, DotChannel.self,
        DoubleSlash.self, DuplicateChannel.self, DuplicateTag.self, ETagForm.self, EULAMissing.self, EULARefused.self,
        ForeignARN.self, ImageForm.self, ImageInOtherRegion.self, ImageNotInECR.self, ManifestETagAlone.self,
        MixedPartitions.self, NameOfResource.self, NothingToServe.self, RegistryOfOtherRegion.self, ReservedTag.self,
        SecretInEnvironment.self,
        SourceNotTarGzip.self,
        TrainingImage.self,
    ]

    /// What compares one value with the service model.
    private static let valueRules: [Rule] = [
        CountOutOfRange.rule, DuplicateElement.rule, DuplicateMember.rule, LengthOutOfRange.rule, MissingMember.rule,
        NumberOutOfRange.rule,
        PatternMismatch.rule,
        ResponseMember.rule, UnfilledTemplate.rule, UnknownMember.rule, UnknownValue.rule, WrongType.rule,
    ]

    /// What looks at a document as a whole, at a request beside its artifact, or at what is made of it.
    private static let otherRules: [Rule] = [
        ByteOrderMark.rule, ETagMismatch.rule, ETagNotReproduced.rule, InstanceVolume.rule, MalformedDefinition.rule,
        MalformedDocument.rule, ManifestOfOtherData.rule, MutableArtifact.rule,
        NoModel.rule, ServerlessConcurrency.rule, ServerlessMemory.rule,
        TargetChangesText.rule, TargetLacksData.rule, TargetLacksRecord.rule, TargetRequires.rule,
        TargetResolvesReference.rule, UnknownRequest.rule, UnknownTag.rule,
    ]
}
