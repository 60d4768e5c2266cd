namespace Papers.Expo;

/// <summary>A seriously ill patient, as the matrix that the paper's authors made of the study's columns.</summary>
[FeatureRecord]
public partial record Patient([ArrayLength(PatientData.Columns)] double[] Columns);
