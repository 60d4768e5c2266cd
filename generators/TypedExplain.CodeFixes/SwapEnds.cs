using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0101: swaps the ends of a range, as they are written; equal ends have no order to restore.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapEnds))]
[Shared]
public sealed class SwapEnds : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0101"];

    private protected override string Title(DocumentPlaces places) => "Swap the ends of the range";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places)
    {
        foreach (AttributeSyntax range in places.Around<AttributeSyntax>())
        {
            ExpressionSyntax[] ends =
            [
                .. range.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).Select(argument => argument.Expression) ?? [],
            ];
            if (ends.Length != 2 || Value(ends[0]).Equals(Value(ends[1])))
                continue;
            yield return new(ends[0].Span, ends[1].ToString());
            yield return new(ends[1].Span, ends[0].ToString());
        }

        double Value(ExpressionSyntax end) =>
            Convert.ToDouble(places.Model.GetConstantValue(end, places.Cancellation).Value, CultureInfo.InvariantCulture);
    }
}
