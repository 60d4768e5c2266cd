using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>What became of one annotated type: a model to write source for, or reasons why there is none.</summary>
/// <param name="Model">The record; null where source for it would not compile.</param>
/// <param name="Diagnostics">What its author must change.</param>
internal sealed record ParsedRecord(RecordModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
