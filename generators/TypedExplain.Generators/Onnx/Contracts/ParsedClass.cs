using TypedExplain.Generators.Diagnostics;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>What became of a class with <c>[OnnxModel]</c>.</summary>
/// <param name="Class">The class; null where its shape allows no model.</param>
/// <param name="Name">Where its name stands.</param>
/// <param name="File">Where the file is named.</param>
/// <param name="Output">Where the output or its classes are named, or else the file.</param>
/// <param name="Unused">Where unused properties are listed, or else the file.</param>
/// <param name="Fault">What is wrong with its shape, or null.</param>
internal sealed record ParsedClass(ModelClass? Class, LocationInfo Name, LocationInfo File, LocationInfo Output, LocationInfo Unused, DiagnosticInfo? Fault);
