namespace Papers.Expo;

/// <summary>What a tumour is.</summary>
public enum Diagnosis { Benign, Malignant }
