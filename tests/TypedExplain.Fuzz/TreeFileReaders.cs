using System.Text;
using TypedExplain.Fuzz.Mutators;
using TypedExplain.ML;

namespace TypedExplain.Fuzz;

/// <summary>The readers of files of LightGBM and XGBoost.</summary>
internal static class TreeFileReaders
{
    private const string LightGbmHead = "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nmax_feature_idx=1\nobjective=binary sigmoid:1\nfeature_names=a b\nfeature_infos=[0:1] 0:1:2\n\n";

    private const string LightGbmTree = "num_leaves=3\nnum_cat=1\nsplit_feature=0 1\nthreshold=0.5 0\ndecision_type=10 1\nleft_child=1 -1\nright_child=-2 -3\nleaf_value=0.25 -0.5 1\nleaf_count=3 5 2\ninternal_count=10 5\ncat_boundaries=0 1\ncat_threshold=5\nis_linear=0\nshrinkage=1\n\n";

    private const string XGBoostTree = """
        {"left_children":[1,3,-1,-1,-1],"right_children":[2,4,-1,-1,-1],"split_indices":[0,1,0,0,0],"split_conditions":[0.5,NaN,-0.5,0.25,1],"default_left":[1,0,0,0,0],"split_type":[0,1,0,0,0],"sum_hessian":[10,5,5,3.5,1.5],"categories":[0,2],"categories_nodes":[1],"categories_segments":[0],"categories_sizes":[2]}
        """;

    public static IEnumerable<Reader> All =>
    [
        new("lightgbm", () => [LightGbm(2)], TextMutator.Mutate, bytes => IsFinite(LightGbmForest<Two>.Load(new MemoryStream(bytes)))) { PerByte = 400, Least = 2 << 20, Long = LightGbm },
        new("xgboost", () => [XGBoost(2), Dart()], TextMutator.Mutate, bytes => IsFinite(XGBoostForest<Two>.Load(new MemoryStream(bytes)))) { PerByte = 400, Least = 2 << 20, Long = XGBoost },
    ];

    private static byte[] LightGbm(int trees) =>
        Encoding.UTF8.GetBytes(LightGbmHead + string.Concat(Enumerable.Range(0, trees).Select(i => $"Tree={i}\n{LightGbmTree}")) + "end of trees\n\npandas_categorical:null\n");

    private static byte[] XGBoost(int trees) => Encoding.UTF8.GetBytes(
        $$$"""{"learner":{"feature_names":["a","b"],"gradient_booster":{"model":{{{Trees(trees)}}},"name":"gbtree"},"learner_model_param":{"base_score":"5E-1","num_class":"0","num_feature":"2"},"objective":{"name":"binary:logistic"}},"version":[2,0,3]}""");

    private static byte[] Dart() => Encoding.UTF8.GetBytes(
        $$$"""{"learner":{"feature_names":[],"gradient_booster":{"gbtree":{"model":{{{Trees(1)}}}},"name":"dart","weight_drop":[0.5]},"learner_model_param":{"base_score":"[1,2]","num_class":"2","num_feature":"2"},"objective":{"name":"multi:softprob"}},"version":[3,1,0]}""");

    private static string Trees(int trees) => $$"""{"tree_info":[{{string.Join(',', Enumerable.Repeat("0", trees))}}],"trees":[{{string.Join(',', Enumerable.Repeat(XGBoostTree, trees))}}]}""";

    private static bool IsFinite(TreeModel<Two> model)
    {
        double[] sums = new double[2 * model.Outputs.Length];
        model.Forest.Score(new EncodedRows<Two>([0, 1, 0.75, -3]), sums);
        model.Score(new EncodedRows<Two>([0, 1, 0.75, -3]), new double[sums.Length]);
        ShapValues<Two> values = new TreeShap<Two>().ValuesOfOutputs(model.Forest, new(0, 1))[0];
        return Array.TrueForAll(sums, sum => !double.IsNaN(sum)) && !double.IsNaN(values.BaseValue);
    }
}
