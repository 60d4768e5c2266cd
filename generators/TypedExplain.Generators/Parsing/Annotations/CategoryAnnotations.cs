using Microsoft.CodeAnalysis;
using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>What is stated of names: which they are, whether they have an order, which columns they fill.</summary>
internal static class CategoryAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        AttributeData? ordinal = reader.Find("Ordinal"), categorical = reader.Find("Categorical");
        bool isEnum = reader.Type == FeatureType.Enum;
        string? code = reader.Type.IsWhole() ? "a number that stands for a category is an enum: declare one with what the numbers mean, and make it the type" : null;
        reader.RequireFit("Categories", reader.Type == FeatureType.Text, isEnum ? "the members of the enum are its categories; remove [Categories]" : code, isMeant: code is not null);
        reader.RequireFit("Ordinal", isEnum, code is null ? null : "whole numbers are in order already: remove [Ordinal]; or, if they stand for ranks with names, declare an enum with these, and make it the type", isMeant: code is not null);
        reader.RequireFit("Categorical", !reader.Type.IsNumber() && reader.Type != FeatureType.Record, code, isMeant: code is not null);
        reader.RequireFit("EncodedAs", isEnum || reader.Type == FeatureType.Text, code, isMeant: code is not null);
        if (reader.Type == FeatureType.Text)
            feature = ReadTexts(reader, feature);
        if (feature.Enum is { DisplayNames.Count: > 0 } shown)
            CheckDisplayNames(reader, shown);

        bool isCyclic = reader.Find("Cyclic") is not null;
        bool isOrdinal = isEnum && (isCyclic || ordinal is not null || feature.Enum!.IsOrdinal);
        if (!isOrdinal)
            return ReadEncoding(reader, categorical, feature);
        if (categorical is not null)
            reader.Contradict(categorical, $"cannot be without an order and have one; keep one of [Categorical] and [{(ordinal is null && isCyclic ? "Cyclic" : "Ordinal")}]");
        if (!isCyclic && feature.Enum is { Rises: false })
        {
            if (ordinal is null)
                reader.ReportType(DiagnosticDescriptors.FallingOrder, feature.Enum.Name);
            else
                reader.Report(DiagnosticDescriptors.FallingOrder, ordinal, feature.Enum.Name);
        }

        if (reader.Find("EncodedAs") is { } codes)
            reader.Contradict(codes, "has an order, so its rank is what its column holds; remove [EncodedAs]");
        return feature with { Type = FeatureType.OrdinalEnum };
    }

    private static FeatureModel ReadEncoding(AnnotationReader reader, AttributeData? categorical, FeatureModel feature)
    {
        bool isCategory = reader.Type is FeatureType.Enum or FeatureType.Text;
        CategoryEncoding stated = (CategoryEncoding)(reader.Defined(categorical, AnnotationReader.Named(categorical, "Encoding"), "encoding", Enum.GetNames(typeof(CategoryEncoding))) ?? 0);
        AttributeData? given = isCategory ? reader.Find("EncodedAs") : null;
        if (categorical is not null && stated != CategoryEncoding.OneHot && reader.Type == FeatureType.Boolean)
            reader.Contradict(categorical, "Encoding", "is a flag, which has one column already; remove the encoding");
        else if (isCategory && given is null && stated == CategoryEncoding.Given)
            reader.Contradict(categorical!, "Encoding", "has no numbers given; add [EncodedAs(...)], or choose another encoding");
        else if (given is not null && stated is CategoryEncoding.Code or CategoryEncoding.Binary)
            reader.Contradict(given!, "cannot have numbers given and another encoding; keep [EncodedAs] or the encoding");
        else if (given is not null)
            return ReadCodes(reader, given, feature);
        else if (isCategory)
            return feature with { Encoding = stated };
        return feature;
    }

    private static FeatureModel ReadCodes(AnnotationReader reader, AttributeData given, FeatureModel feature)
    {
        TypedConstant list = given.ConstructorArguments.FirstOrDefault();
        double[] codes = list.Kind == TypedConstantKind.Array && !list.IsNull ? list.Values.Select(value => value.Value).OfType<double>().ToArray() : [];
        string? fault =
            codes.Any(code => double.IsNaN(code) || double.IsInfinity(code)) ? "holds a value that is not a finite number; state a number in its place"
            : codes.Length != feature.Categories.Count ? $"has {codes.Length} {(codes.Length == 1 ? "entry" : "entries")} for {feature.Categories.Count} categories; state one for each of {NameList.Names(feature.Categories)}"
            : codes.Distinct().Count() < codes.Length ? $"holds {AnnotationReader.Digits(codes.GroupBy(code => code).First(group => group.Count() > 1).Key)} twice, so that two categories would be one; state different numbers"
            : null;
        if (fault is not null)
        {
            if (feature.Categories.Count > 0 && !reader.HasFaultyCategories)
                reader.Report(DiagnosticDescriptors.BadCodes, given, fault);
            return feature;
        }

        return feature with { Encoding = CategoryEncoding.Given, Codes = codes.ToEquatableArray() };
    }

    /// <summary>Reports a category that a reader could take for another one.</summary>
    private static void CheckDisplayNames(AnnotationReader reader, EnumModel categories)
    {
        ILookup<string, int> called = Enumerable.Range(0, categories.Categories.Count)
            .SelectMany(i => new[] { (Name: categories.Categories[i], i), (Name: categories.DisplayNames[i], i) })
            .ToLookup(own => own.Name, own => own.i, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < categories.Categories.Count; i++)
        {
            string name = categories.Categories[i], shown = categories.DisplayNames[i];
            int same = shown == name ? -1 : called[shown].Where(other => other != i).DefaultIfEmpty(-1).First();
            if (same >= 0)
            {
                reader.ReportType(DiagnosticDescriptors.BadCategories, $"shows '{name}' as \"{shown}\", which '{categories.Categories[same]}' is called too; state different names");
                return;
            }
        }
    }

    private static FeatureModel ReadTexts(AnnotationReader reader, FeatureModel feature)
    {
        if (reader.Find("Categories") is not { } list)
        {
            reader.ReportType(DiagnosticDescriptors.OpenText);
            return feature;
        }

        TypedConstant argument = list.ConstructorArguments.FirstOrDefault();
        string?[] texts = argument.Kind == TypedConstantKind.Array && !argument.IsNull
            ? argument.Values.Select(value => value.Value as string).ToArray()
            : [];
        string? repeated = texts.GroupBy(text => text).FirstOrDefault(group => group.Count() > 1)?.Key;
        string? fault = texts.Contains(null) ? "holds null; state a text in its place"
            : repeated is not null ? $"holds '{repeated}' twice; state it once"
            : texts.Length < 2 ? $"has {texts.Length} {(texts.Length == 1 ? "entry" : "entries")}; state at least two texts"
            : null;
        string[] stated = texts.OfType<string>().Distinct().ToArray();
        reader.HasFaultyCategories = fault is not null;
        if (fault is not null)
            reader.Report(DiagnosticDescriptors.BadCategories, list, fault);
        else if (stated.GroupBy(text => text.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } alike)
            reader.Report(DiagnosticDescriptors.TwinCategories, list, alike.First(), alike.Last());

        // Of a faulty list, what can be used, and in any case two categories.
        return feature with { Texts = (stated.Length < 2 ? [.. stated, "?", "??"] : stated).ToEquatableArray() };
    }
}
