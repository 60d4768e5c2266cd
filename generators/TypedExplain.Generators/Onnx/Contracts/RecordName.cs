namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>The record of a model, by the names it is found by.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="FullName">As code refers to it from anywhere.</param>
/// <param name="HintName">The file generated for it, which no other record has.</param>
/// <param name="MetadataName">As the compiler looks it up.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record RecordName(string Name, string FullName, string HintName, string MetadataName, bool IsPublic);
