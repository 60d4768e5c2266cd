using System.Text;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.XGBoost;

/// <summary>Files of XGBoost that are damaged, of other versions or kinds; each is refused with what is wrong.</summary>
public class XGBoostRefusals
{
    private const string Small = """
        {"learner":{"feature_names":["age","balance","debt","housing","has_defaulted"],"feature_types":["int","float","float","c","i"],
        "gradient_booster":{"model":{"gbtree_model_param":{"num_trees":"1"},"tree_info":[0],"trees":[{
        "left_children":[1,3,-1,-1,-1],"right_children":[2,4,-1,-1,-1],"split_indices":[0,3,0,0,0],"split_conditions":[40.5,NaN,-0.5,0.25,1],
        "default_left":[1,0,0,0,0],"split_type":[0,1,0,0,0],"sum_hessian":[100,50,50,30.5,19.5],"categories":[0,2],"categories_nodes":[1],"categories_segments":[0],"categories_sizes":[2],
        "tree_param":{"size_leaf_vector":"0"}}]},"name":"gbtree"},
        "learner_model_param":{"base_score":"5E-1","num_class":"0","num_feature":"5","num_target":"1"},"objective":{"name":"binary:logistic"}},"version":[1,7,4]}
        """;

    [Fact]
    public void TheSmallModelItselfIsRead()
    {
        XGBoostForest<Loan> model = Load(Small);
        double[] sums = new double[3];
        model.Forest.Score(new EncodedRows<Loan>(ModelFiles.Encode([new(30, 0, null, Housing.Own, false), new(30, 0, null, Housing.Mortgage, false), new(41, 0, null, Housing.Own, false)])), sums);
        Assert.Equal([1, 0.25, -0.5], sums);
    }

    [Theory]
    [InlineData("\"learner\"", "\"teacher\"", "it has no 'learner'")]
    [InlineData("[1,7,4]", "[4,0,0]", "version is 4, 0, 0; those of XGBoost 1 to 3 are read")]
    [InlineData("\"version\":[1,7,4]", "\"x\":0", "version is not told")]
    [InlineData("\"gbtree\"}", "\"gblinear\"}", "booster is 'gblinear'")]
    [InlineData("binary:logistic", "reg:new", "objective 'reg:new'")]
    [InlineData("\"num_target\":\"1\"", "\"num_target\":\"2\"", "2 targets per row")]
    [InlineData("\"size_leaf_vector\":\"0\"", "\"size_leaf_vector\":\"2\"", "multi_output_tree")]
    [InlineData("\"num_class\":\"0\"", "\"num_class\":\"3\"", "num_class 3")]
    [InlineData("\"base_score\":\"5E-1\"", "\"base_score\":\"2\"", "base_score is 2, and it must be between 0 and 1")]
    [InlineData("\"base_score\":\"5E-1\"", "\"base_score\":\"[0.5, 0.5]\"", "2 numbers for 1 outputs")]
    [InlineData("\"tree_info\":[0]", "\"tree_info\":[1]", "adds to output 1")]
    [InlineData("[1,3,-1", "[0,3,-1", "by two ways, or in a circle")]
    [InlineData("[1,3,-1", "[9,3,-1", "goes on to node 9, and it has 5")]
    [InlineData("[2,4,-1", "[2,-1,-1", "goes on to node -1")]
    [InlineData("\"split_indices\":[0", "\"split_indices\":[7", "asks about column 7")]
    [InlineData("[40.5,NaN", "[NaN,NaN", "at node 0 a condition or an answer that is no number")]
    [InlineData("\"categories_nodes\":[1]", "\"categories_nodes\":[2]", "asks at node 1 about categories that it does not hold")]
    [InlineData("\"categories_sizes\":[2]", "\"categories_sizes\":[3]", "has 1 sets of categories")]
    [InlineData("\"categories\":[0,2]", "\"categories\":[0,-2]", "a category outside 0 to")]
    [InlineData("\"sum_hessian\":[100", "\"sum_hessian\":[-100", "-100 training rows")]
    [InlineData("\"sum_hessian\":[100,", "\"sum_hessian\":[", "lists of different lengths for its 5 nodes")]
    [InlineData("\"trees\":[", "\"cats\":{\"enc\":[{}]},\"trees\":[", "names of categories")]
    [InlineData(",\"version\":[1,7,4]}", "", "or it is cut off")]
    [InlineData("\"age\"", "\"\\ud800\"", "a text that is none")]
    [InlineData("{\"learner\"", "{L\"learner\"", "UBJSON")]
    public void WhatIsWrongIsNamed(string right, string wrong, string message)
    {
        string text = Small.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Small, text);
        Assert.Contains(message, Assert.Throws<InvalidModelException>(() => Load(text)).Message, StringComparison.Ordinal);
    }

    private static XGBoostForest<Loan> Load(string text) => XGBoostForest<Loan>.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
