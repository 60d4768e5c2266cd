using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    /// <summary>The enums of the record, each once.</summary>
    private readonly EnumModel[] _enums;

    /// <summary>For each enum, the name of the list of its values.</summary>
    private readonly Dictionary<EnumModel, string> _listNames;

    private string CategoriesClass => _record.Prefix + "CategoryPositions" + _record.TypeParameters;

    private IEnumerable<FeatureModel> Texts => _record.Features.Where(feature => feature.Type == FeatureType.Text);

    /// <summary>The list of a feature's categories, in the order of their positions.</summary>
    private string ListOf(FeatureModel feature) =>
        $"{CategoriesClass}.{(feature.Enum is { } categories ? _listNames[categories] : TextList(feature))}";

    /// <summary>The position of a feature's value in that list.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="value">The expression of its value.</param>
    private string Position(FeatureModel feature, string value)
    {
        string method = feature.Enum is null ? TextMethod(feature) : "PositionOf";
        return $"{CategoriesClass}.{method}({value}, feature: {feature.Index})";
    }

    private static string TextList(FeatureModel feature) => $"TextsOf{feature.Name}";

    private static string TextMethod(FeatureModel feature) => $"PositionOf{feature.Name}";

    private Dictionary<EnumModel, string> NameLists(EnumModel[] enums)
    {
        HashSet<string> taken = new(Texts.Select(TextList));
        Dictionary<EnumModel, string> names = [];
        foreach (EnumModel categories in enums)
        {
            string name = categories.Name + "Values";
            while (!taken.Add(name))
                name += "_";
            names.Add(categories, name);
        }

        return names;
    }

    /// <summary>Writes, for this file only, which position each value of an enum has.</summary>
    private void EmitCategories()
    {
        if (_enums.Length == 0 && !Texts.Any())
            return;

        _writer.Line();
        TypeBeside($"file static class {CategoriesClass}{_record.Constraints}");
        _writer.Open();
        bool first = true;
        foreach (EnumModel categories in _enums)
        {
            Separate();
            EmitCategories(
                categories.FullName,
                _listNames[categories],
                "PositionOf",
                categories.Members.Select(member => member[0] == '(' ? $"unchecked(({categories.FullName}){member})" : $"{categories.FullName}.{member}").ToArray(),
                "value.ToString()");
        }

        foreach (FeatureModel feature in Texts)
        {
            Separate();
            EmitCategories("string", TextList(feature), TextMethod(feature), feature.Texts.Select(Literal.Text).ToArray(), "value");
        }

        _writer.Close();

        void Separate()
        {
            if (!first)
                _writer.Line();
            first = false;
        }
    }

    private void EmitCategories(string type, string list, string method, string[] values, string text)
    {
        // A span over constants costs nothing; texts are no constants of that kind.
        _writer.Line(type == "string" ? $"public static readonly string[] {list} =" : $"public static {Names.ReadOnlySpan}<{type}> {list} =>");
        _writer.Open("[");
        foreach (string value in values)
            _writer.Line($"{value},");
        _writer.Close("];");

        _writer.Line();
        _writer.Line($"public static int {method}({type} value, int feature) => value switch");
        _writer.Open();
        for (int i = 0; i < values.Length; i++)
            _writer.Line($"{values[i]} => {i},");
        _writer.Line($"_ => throw {Names.InvalidFeatureException}.UnknownCategory<{_record.FullName}>(feature, {text}),");
        _writer.Close("};");
    }
}
