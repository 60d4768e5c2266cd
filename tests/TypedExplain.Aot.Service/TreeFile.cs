namespace TypedExplain.Aot.Service;

/// <summary>A file of LightGBM with one small tree: whether a loan is paid back, by income and debt.</summary>
internal static class TreeFile
{
    private const string Model = """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        max_feature_idx=1
        objective=binary sigmoid:1
        feature_names=Income Debt
        feature_infos=[0:100000] [0:100000]

        Tree=0
        num_leaves=3
        num_cat=0
        split_feature=0 1
        threshold=3000 2500
        decision_type=2 2
        left_child=1 -1
        right_child=-2 -3
        leaf_value=0.25 1 -0.5
        leaf_count=3 5 2
        internal_count=10 5
        is_linear=0
        shrinkage=1

        end of trees

        pandas_categorical:null

        """;

    /// <summary>Writes it; gives the path.</summary>
    public static string Write(string folder)
    {
        string path = Path.Combine(folder, "loans.lightgbm.txt");
        File.WriteAllText(path, Model);
        return path;
    }
}
