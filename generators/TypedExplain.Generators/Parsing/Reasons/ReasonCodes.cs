using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>The codes of one record, each of which has one text and one name.</summary>
internal sealed class ReasonCodes
{
    private readonly Dictionary<string, (ReasonModel Reason, string Feature)> _known = [];
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Adds the code of an annotation.</summary>
    public void Add(ReasonModel reason, AnnotationReader reader, AttributeData annotation) =>
        Add(reason, reader.Property.Name, (descriptor, arguments) => reader.Report(descriptor, annotation, arguments));

    /// <summary>Adds the codes of a record inside.</summary>
    public void AddInner(InnerModel inner, AnnotationReader reader)
    {
        foreach (ReasonModel reason in inner.Reasons)
            Add(reason, reader.Property.Name, reader.ReportType);
    }

    private void Add(ReasonModel reason, string feature, Action<DiagnosticDescriptor, string[]> report)
    {
        if (_known.TryGetValue(reason.Code, out (ReasonModel Reason, string Feature) known))
        {
            if (!reason.HasTextOf(known.Reason))
                report(DiagnosticDescriptors.TwoTexts, [reason.Code, known.Feature]);
            return;
        }

        _known.Add(reason.Code, (reason, feature));
        if (_names.TryGetValue(reason.Member, out string? twin))
            report(DiagnosticDescriptors.TwinCodes, [reason.Code, reason.Member, twin]);
        else
            _names.Add(reason.Member, reason.Code);
    }
}
