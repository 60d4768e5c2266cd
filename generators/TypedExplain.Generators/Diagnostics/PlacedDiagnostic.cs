using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>A diagnostic and the syntax tree that it is shown in. The last stage before it is reported: it is equal while both stay the same.</summary>
/// <param name="Info">The diagnostic.</param>
/// <param name="Tree">The tree, or null.</param>
internal sealed record PlacedDiagnostic(DiagnosticInfo Info, SyntaxTree? Tree);
