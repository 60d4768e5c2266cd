using System.Text;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.LightGbm;

/// <summary>Files of LightGBM that are damaged, of other versions, or do not fit the record; each is refused with what is wrong and what to do.</summary>
public class LightGbmRefusals
{
    private const string Small = """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=4
        objective=binary sigmoid:1
        feature_names=age balance debt housing has_defaulted
        feature_infos=[18:89] [-99:99] [0:1000] 0:1:2:3:4 [0:1]
        tree_sizes=400 100

        Tree=0
        num_leaves=3
        num_cat=1
        split_feature=0 3
        split_gain=1 1
        threshold=40.5 0
        decision_type=10 1
        left_child=1 -1
        right_child=-2 -3
        leaf_value=0.25 -0.5 1
        leaf_count=30 50 20
        internal_value=0 0
        internal_count=100 50
        cat_boundaries=0 1
        cat_threshold=5
        is_linear=0
        shrinkage=0.1


        Tree=1
        num_leaves=1
        num_cat=0
        leaf_value=0.125
        is_linear=0
        shrinkage=1


        end of trees

        feature_importances:
        age=1

        parameters:
        [boosting: gbdt]
        end of parameters

        pandas_categorical:null
        """;

    [Fact]
    public void TheSmallModelItselfIsRead()
    {
        LightGbmForest<Loan> model = Load(Small);
        Assert.Equal(["log-odds of prediction"], model.Forest.Outputs.AsEnumerable());
        Assert.Equal(OutputKind.LogOdds, model.Forest.KindOf(0));
        Assert.Equal(OutputKind.Probability, model.KindOf(0));
        Assert.Equal(0.25 + 0.125, Sum(model, new(30, 0, null, Housing.Own, false)));
        Assert.Equal(1 + 0.125, Sum(model, new(30, 0, null, Housing.Mortgage, false)));
        Assert.Equal(-0.5 + 0.125, Sum(model, new(41, 0, null, Housing.Mortgage, false)));
        Assert.True(model.Reads(FeatureSchema.Of<Loan>().Features[4]));
        Assert.False(model.Reads(FeatureSchema.Of<Loan>().Features[1]));
    }

    [Fact]
    public void TreeShapSaysWhereTheForestIs() =>
        Assert.Contains("give its Forest", Assert.Throws<InvalidModelException>(() => new TreeShap<Loan>().Values(Load(Small), new(30, 0, null, Housing.Own, false))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("tree\nversion", "forest\nversion", "first line is not 'tree'")]
    [InlineData("version=v4", "version=v5", "versions v2, v3 and v4 are read")]
    [InlineData("version=v4\n", "", "version=nothing")]
    [InlineData("end of trees", "", "cut off", "feature_importances:", "")]
    [InlineData("is_linear=0", "is_linear=1", "linear_tree=false")]
    [InlineData("objective=binary sigmoid:1", "objective=survival", "objective 'survival'")]
    [InlineData("sigmoid:1", "sigmoid:-1", "must be a number above 0")]
    [InlineData("left_child=1 -1", "left_child=0 -1", "by two ways, or in a circle")]
    [InlineData("left_child=1 -1", "left_child=7 -1", "goes on to question 7, which is not there")]
    [InlineData("left_child=1 -1", "left_child=-1 -1", "question 1 to which no way leads")]
    [InlineData("num_leaves=3", "num_leaves=4", "3 numbers in its line 'leaf_value=', and 4 are expected")]
    [InlineData("num_leaves=3", "num_leaves=2000000000", "and 2000000000 are expected")]
    [InlineData("num_leaves=3", "num_leaves=x", "'x' in its line 'num_leaves=', and a whole number are expected")]
    [InlineData("split_feature=0 3", "split_feature=0 5", "asks about column 5, and its rows have 5")]
    [InlineData("threshold=40.5 0", "threshold=nan 0", "'nan' in its line 'threshold='")]
    [InlineData("threshold=40.5 0", "threshold=40.5 1", "asks about set 1")]
    [InlineData("decision_type=10 1", "decision_type=14 1", "decision_type 14")]
    [InlineData("leaf_value=0.25", "leaf_value=1e999", "'1e999' in its line 'leaf_value='")]
    [InlineData("leaf_count=30 50 20\n", "", "no line 'leaf_count='")]
    [InlineData("leaf_count=30", "leaf_count=-1", "-1 training rows")]
    [InlineData("cat_boundaries=0 1", "cat_boundaries=0 2", "1 numbers in its line 'cat_threshold=', and 2 are expected")]
    [InlineData("cat_boundaries=0 1", "cat_boundaries=1 0", "do not rise from 0")]
    [InlineData("Tree=1\nnum_leaves=1", "num_leaves=1", "a second time for tree 0")]
    [InlineData("tree_sizes=400 100", "tree_sizes=400 100 100", "sizes of 3 trees, and 2 are there")]
    [InlineData("max_feature_idx=4", "max_feature_idx=2147483647", "5 feature_names")]
    [InlineData("num_tree_per_iteration=1", "num_tree_per_iteration=3", "2 trees and num_tree_per_iteration=3")]
    [InlineData("age balance", "years balance", "ask about its column years, and nothing of Loan is known to fill it")]
    [InlineData("age balance", "age Age", "could fill each of the columns age and Age")]
    [InlineData("debt housing", "owed housing", "no column for Loan.Debt")]
    [InlineData("pandas_categorical:null", "pandas_categorical:[[\"Rent\", \"Mortgage\"]]", "Own of Loan.Housing is not among the categories")]
    [InlineData("pandas_categorical:null", "pandas_categorical:[[\"Rent\"], [\"Own\"]]", "2 columns of pandas")]
    [InlineData("pandas_categorical:null", "pandas_categorical:[[", "pandas_categorical is")]
    public void WhatIsWrongIsNamed(string right, string wrong, string message, string? alsoRight = null, string? alsoWrong = null)
    {
        string text = Small.Replace("\r", "", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal);
        if (alsoRight is not null)
            text = text.Replace(alsoRight, alsoWrong, StringComparison.Ordinal);
        Assert.NotEqual(Small, text);
        Assert.Contains(message, Assert.Throws<InvalidModelException>(() => Load(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoriesOfPandasAreMatchedByName()
    {
        // Set 5 holds the categories 0 and 2: now Own and Other.
        LightGbmForest<Loan> model = Load(Small.Replace("pandas_categorical:null", "pandas_categorical:[[\"Own\", \"Rent\", \"Other\", \"Parents\", \"Mortgage\"]]", StringComparison.Ordinal));
        foreach (Housing housing in Enum.GetValues<Housing>())
            Assert.Equal(housing is Housing.Own or Housing.Other ? 0.375 : 1.125, Sum(model, new(30, 0, null, housing, false)));
    }

    [Fact]
    public void UnknownCategoriesCountAsMissingWhereThatIsWanted()
    {
        string text = Small.Replace("pandas_categorical:null", "pandas_categorical:[[\"Rent\"]]", StringComparison.Ordinal);
        LightGbmForest<Loan> model = Load(text, new() { UnknownCategoriesAreMissing = true });
        Assert.Equal(0.375, Sum(model, new(30, 0, null, Housing.Rent, false)));
        Assert.Equal(1.125, Sum(model, new(30, 0, null, Housing.Own, false)));
    }

    [Fact]
    public void OptionsNameWhatNamesDoNotTell()
    {
        Feature<Loan>[] features = [.. FeatureSchema.Of<Loan>().Features];
        string text = Small.Replace("age balance debt", "years x debt", StringComparison.Ordinal);
        LightGbmForest<Loan> model = Load(text, new() { Inputs = new Dictionary<Feature<Loan>, string> { [features[0]] = "years" }, Unused = [features[1]], Classes = ["paid", "defaulted"] });
        Assert.Equal(["defaulted"], model.Outputs.AsEnumerable());
        Assert.Equal(-0.375, Sum(model, new(41, 0, null, Housing.Mortgage, false)));
        Assert.Contains("the column nothing", Assert.Throws<InvalidModelException>(() => Load(text, new() { Inputs = new Dictionary<Feature<Loan>, string> { [features[0]] = "nothing" } })).Message, StringComparison.Ordinal);
        Assert.Contains("Classes are a, b, c", Assert.Throws<InvalidOptionException>(() => Load(Small, new() { Classes = ["a", "b", "c"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsWithoutNamesAreInTheOrderOfTheRecord()
    {
        string text = Small.Replace("age balance debt housing has_defaulted", "Column_0 Column_1 Column_2 Column_3 Column_4", StringComparison.Ordinal);
        Assert.Equal(0.375, Sum(Load(text), new(30, 0, null, Housing.Own, false)));
        string wider = text.Replace("Column_4", "Column_4 Column_5", StringComparison.Ordinal).Replace("max_feature_idx=4", "max_feature_idx=5", StringComparison.Ordinal);
        Assert.Contains("there are 6, and Loan(Age, Balance, Debt, DebtIsMissing, Housing, HasDefaulted) fills 9, or 10 with", Assert.Throws<InvalidModelException>(() => Load(wider)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NodesToWhichNoRowCameDoNotSpoilContributions()
    {
        LightGbmForest<Loan> model = Load(Small.Replace("leaf_count=30 50 20", "leaf_count=0 50 0", StringComparison.Ordinal).Replace("internal_count=100 50", "internal_count=50 0", StringComparison.Ordinal));
        ShapValues<Loan> values = new TreeShap<Loan>().Values(model.Forest, new(30, 0, null, Housing.Own, false));
        Assert.Equal(-0.375, values.BaseValue, 1e-9);
        Assert.Equal(0.375, values.BaseValue + values.Contributions.AsSpan().ToArray().Sum(), 1e-9);
    }

    private static double Sum(LightGbmForest<Loan> model, Loan loan)
    {
        double[] sum = new double[1];
        model.Forest.Score(new EncodedRows<Loan>(ModelFiles.Encode([loan])), sum);
        return sum[0];
    }

    private static LightGbmForest<Loan> Load(string text, TreeFileOptions<Loan>? options = null) => LightGbmForest<Loan>.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
}
