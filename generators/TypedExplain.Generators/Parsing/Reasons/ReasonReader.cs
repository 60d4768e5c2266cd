using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>The reasons of one property, or why it has none.</summary>
/// <param name="compilation">The compilation of the record.</param>
/// <param name="record">The record.</param>
/// <param name="codes">The codes of the record so far.</param>
internal sealed class ReasonReader(Compilation compilation, INamedTypeSymbol record, ReasonCodes codes)
{
    /// <summary>A faulty reason is left out, but its code stays in the enum, so that one mistake is one message.</summary>
    public FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        if (feature.Inner is { } inner)
        {
            codes.AddInner(inner, reader);
            string remedy = $"state the reasons at the properties of '{inner.Name}'";
            reader.RequireFit("Reason", feature.IsNullable, remedy);
            reader.RequireFit("NoReason", feature.IsNullable, remedy);
            if (!feature.IsNullable)
                return feature with { HasFaultyReasons = reader.Find("Reason") is not null };
        }

        List<ReasonModel> stated = [];
        List<FeatureReasonModel> values = [];
        bool isFaulty = false;
        foreach (AttributeData annotation in reader.All("Reason").Where(annotation => annotation.ConstructorArguments.Length > 1))
        {
            if (ReasonTexts.Read(reader, annotation, compilation, record) is not { } reason)
            {
                isFaulty = true;
                continue;
            }

            stated.Add(reason);
            codes.Add(reason, reader, annotation);
            if (feature.IsProtected)
                reader.Report(DiagnosticDescriptors.ProtectedReason, annotation, reason.Code);
            else if (ReasonValues.Read(reader, annotation, feature, reason.Code) is not { } value)
                isFaulty = true;
            else if (!ReasonValues.AreApart(reader, annotation, feature, value, values))
                isFaulty = true;
            else
                values.Add(value);
        }

        return feature with
        {
            StatedReasons = stated.ToEquatableArray(),
            Reasons = values.Where(value => value.When != Adverse.Missing).ToEquatableArray(),
            MissingReasons = values.Where(value => value.When == Adverse.Missing).ToEquatableArray(),
            NoReason = Why(reader, stated.Count > 0),
            HasFaultyReasons = isFaulty || reader.Find("NoReason") is not null,
        };
    }

    private static string? Why(AnnotationReader reader, bool hasReasons)
    {
        if (reader.Find("NoReason") is not { ConstructorArguments.Length: 1 } annotation)
            return null;
        if (hasReasons)
            reader.Contradict(annotation, "has a reason and says that it has none; keep [Reason] or [NoReason]");
        else if (reader.Argument("NoReason") is string why && !string.IsNullOrWhiteSpace(why))
            return why;
        else
            reader.Report(DiagnosticDescriptors.BlankReason, annotation, "explanation in [NoReason]", "why it can be no reason");
        return null;
    }
}
