using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML.Features;

/// <summary>The numbers that a file has for the categories of a feature.</summary>
/// <param name="file">The file.</param>
/// <param name="options">What becomes of categories that it does not know.</param>
internal sealed class CategoryCodes<T>(FileForest file, TreeFileOptions<T> options)
    where T : IFeatureRecord<T>
{
    /// <summary>One number per category of a feature that fills a column of the file; none where the encoded row's own column is the number.</summary>
    /// <exception cref="InvalidModelException">The file has other categories, or does not tell how it numbers them.</exception>
    public ImmutableArray<double> Of(int column, Feature<T> feature)
    {
        string name = $"{T.Schema.Name}.{feature}";
        if (file.Categories.TryGetValue(column, out ImmutableArray<string> known))
        {
            if (feature.Categories.IsEmpty)
                throw new InvalidModelException($"Column {file.Columns[column]} of the model holds one of the categories {NameList.Names(known)}, and {name} is of kind {feature.Kind}. Make the property a category or rank with these names.");
            return Known(feature, name, known);
        }

        if (feature.Kind != FeatureKind.Category || feature.Encoding is CategoryEncoding.Code or CategoryEncoding.Given)
            return [];
        if (!feature.EnumValues.IsEmpty)
            throw new InvalidModelException($"{name} is a category whose names have numbers of their own ({feature.Categories[0]} is {feature.EnumValues[0]}), and the model does not tell whether its column {file.Columns[column]} counts the names from 0 or holds these numbers. Encode the property with [EncodedAs(CategoryEncoding.Code)] for the count, or [EncodedAs(…)] with the numbers that the model was trained on.");
        return [.. Enumerable.Range(0, feature.Categories.Length).Select(i => (double)i)];
    }

    private ImmutableArray<double> Known(Feature<T> feature, string name, ImmutableArray<string> known)
    {
        double[] codes = new double[feature.Categories.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            int place = known.IndexOf(feature.Categories[i]);
            if (place < 0 && !options.UnknownCategoriesAreMissing)
                throw new InvalidModelException($"{feature.Categories[i]} of {name} is not among the categories that the model was trained on, {NameList.Names(known)}. Name it as they are, or set {nameof(TreeFileOptions<>)}.{nameof(TreeFileOptions<>.UnknownCategoriesAreMissing)} to have it count as missing, as {file.Library} does.");
            codes[i] = place < 0 ? double.NaN : place;
        }

        return [.. codes];
    }
}
