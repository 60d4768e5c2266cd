namespace Papers;

/// <summary>A sentence of a film review.</summary>
[FeatureRecord]
public sealed partial record Sentence([Text] string Text);
