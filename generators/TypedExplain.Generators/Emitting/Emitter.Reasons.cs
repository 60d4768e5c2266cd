using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    /// <summary>The reasons of the record, each code once.</summary>
    private readonly ReasonModel[] _reasons;

    /// <summary>What stands after the schema's features.</summary>
    private void EndSchema()
    {
        if (!HasMedia && _reasons.Length == 0)
        {
            _writer.Close("]);");
            return;
        }

        _writer.Close("])");
        _writer.Open();
        EmitReasons();
        EmitMedia();
        _writer.Close("};");
    }

    private void EmitReasons()
    {
        if (_reasons.Length == 0)
            return;
        _writer.Line("Reasons =");
        _writer.Open("[");
        foreach (ReasonModel reason in _reasons)
        {
            string code = Literal.Text(reason.Code), text = Literal.Text(reason.Text);
            _writer.Line(
                reason.Inner is { } inner ? $"{Names.Reason}<{_record.FullName}>.Of<{inner}>({code}),"
                : reason.Resources is { } resources ? $"new({code}, {resources}.ResourceManager, {text}),"
                : $"new({code}, {text}),");
        }

        _writer.Close("],");
    }

    /// <summary>Writes the enum of the codes.</summary>
    private void EmitReasonsEnum()
    {
        if (_reasons.Length == 0)
            return;
        _writer.Line();
        _writer.Line($"/// <summary>The reasons of {Reference}, by their codes.</summary>");
        TypeBeside($"{Visibility} enum {_record.ReasonsEnum}");
        _writer.Open();
        foreach (ReasonModel reason in _reasons)
        {
            _writer.Line($"/// <summary>{Words.Xml(reason.Resources is null ? reason.Text : $"The text {reason.Text} of its resources.")}</summary>");
            _writer.Line($"{Identifier.Escape(reason.Member)},");
        }

        _writer.Close();
    }

    /// <summary>Writes the code as a member of that enum.</summary>
    private void EmitReasonCode()
    {
        if (_reasons.Length == 0)
            return;
        _writer.Line("/// <param name=\"reason\">A reason of the record.</param>");
        _writer.Line($"extension{_record.TypeParameters}({Names.Reason}<{_record.FullName}> reason){_record.Constraints}");
        _writer.Open();
        _writer.Line("/// <summary>Its code.</summary>");
        string codes = "global::" + (_record.Namespace.Length == 0 ? "" : _record.Namespace + ".") + _record.ReasonsEnum;
        _writer.Line($"public {codes} Code => ({codes})reason.Index;");
        _writer.Close();
    }

    private static IEnumerable<string> ReasonParts(FeatureModel feature, EquatableArray<FeatureReasonModel> reasons)
    {
        if (reasons.Count > 0)
            yield return $"Reasons = [{string.Join(", ", reasons.Select(NewReason))}]";
        if (feature.NoReason is { } why)
            yield return $"NoReason = {Literal.Text(why)}";
    }

    private static string NewReason(FeatureReasonModel reason)
    {
        string code = Literal.Text(reason.Code);
        return reason.Categories.Count > 0 ? $"new({code}, categories: [{string.Join(", ", reason.Categories)}])"
            : reason.When != Adverse.Any ? $"new({code}, {Names.Adverse}.{reason.When})"
            : $"new({code})";
    }
}
